;;; wsgilsp.el --- WsgiLsp in Emacs, with Eglot  -*- lexical-binding: t; -*-

;; Use: put `wsgilsp' on the PATH and this file on the `load-path', and add to your init file:
;;
;;   (require 'wsgilsp)
;;
;; Eglot is part of Emacs 29 and a package before it; for lsp-mode see wsgilsp-lsp-mode.el.  Decks (*.deck.md) open in `wsgilsp-deck-mode', which is
;; `markdown-mode' with the server added; other Markdown files stay as they are.  In a deck:
;;
;;   M-x eldoc               reveals the answer of the card at point (so does resting there)
;;   C-M-i                   completes
;;   M-x eglot-code-actions  fixes a finding; quizzes this card, section or deck
;;   M-x flymake-goto-next-error
;;
;; Give them keys as you like, for example:
;;
;;   (define-key wsgilsp-deck-mode-map (kbd "C-c a") #'eglot-code-actions)
;;
;; A question comes in the minibuffer: choose your answer by completion.  On a quiz sheet, type on the last line and press
;; Return.  Sheets are in `.quiz' at the root of the deck's project, and have the deck's server.
;;
;; In a graphical Emacs, Return may not tell the server that a line is complete: C-j does.  Or let the server write on
;; sheets without asking you, for all servers, as there is no finer switch:
;;
;;   (setq eglot-confirm-server-initiated-edits nil)
;;
;; A fix that you chose from the code actions is your own edit and needs no confirmation.
;;
;; To run another program than the `wsgilsp' on the PATH, customize `wsgilsp-command'.
;; Run by our tests in Emacs 28.2 with Eglot 1.9.
;;
;; Settings, for example a lens over each card in clients that show lenses:
;;
;;   (setq-default eglot-workspace-configuration '(:wsgilsp (:codeLens (:cards t))))

;;; Code:

(require 'eglot)

(defgroup wsgilsp nil
  "Study decks in Markdown."
  :group 'tools)

(defcustom wsgilsp-command '("wsgilsp" "lsp")
  "The language server: program and arguments."
  :type '(repeat string)
  :risky t)

(defcustom wsgilsp-root nil
  "One root for all decks below this folder, or nil for that of each deck's project."
  :type '(choice (const nil) directory)
  :risky t)

(defvar eglot-lsp-context)

(defun wsgilsp-project (folder)
  "The project that decks and quiz sheets of FOLDER belong to, where Eglot asks.
A sheet has the project of its deck, so that both have one server."
  (when (bound-and-true-p eglot-lsp-context)
    (let* ((folder (file-name-as-directory (expand-file-name folder)))
           (home (if (string-suffix-p "/.quiz/" folder) (substring folder 0 -6) folder))
           (root (if (and wsgilsp-root (file-in-directory-p folder wsgilsp-root))
                     wsgilsp-root
                   (locate-dominating-file home "wsgilsp.json"))))
      (if root
          (cons 'transient (file-name-as-directory (expand-file-name root)))
        (or (let ((eglot-lsp-context nil)) (project-current nil home))
            (cons 'transient home))))))

;; Eglot shows documents from Emacs 30 on.
(defclass wsgilsp-server (eglot-lsp-server) ()
  :documentation "The server, which opens quiz sheets.")

(cl-defmethod eglot-client-capabilities ((_server wsgilsp-server))
  "Add that documents are shown, and that Eglot asks what follows a line end, as it does and does not say."
  (let ((all (copy-sequence (cl-call-next-method))))
    (plist-put all :window
               (plist-put (copy-sequence (plist-get all :window)) :showDocument '(:support t)))
    (plist-put all :textDocument
               (plist-put (copy-sequence (plist-get all :textDocument))
                          :onTypeFormatting '(:dynamicRegistration :json-false)))))

(cl-defmethod eglot-handle-request
  ((_server wsgilsp-server) (_method (eql window/showDocument)) &key uri selection &allow-other-keys)
  "Show the document URI with point on the line where SELECTION begins."
  (let ((file (funcall (if (fboundp 'eglot-uri-to-path) #'eglot-uri-to-path #'eglot--uri-to-path) uri)))
    (if (not (file-readable-p file))
        '(:success :json-false)
      ;; After the answer: what visiting a file sends must not come before it.
      (run-at-time 0 nil #'wsgilsp--show file (plist-get (plist-get selection :start) :line))
      '(:success t))))

(defun wsgilsp--show (file line)
  "Visit FILE with point on LINE, counted from 0, or nil for where it is."
  (find-file file)
  (when line
    (goto-char (point-min))
    (forward-line line)))

(defmacro wsgilsp--define-deck-mode (parent)
  "Define `wsgilsp-deck-mode' on top of the mode PARENT."
  `(define-derived-mode wsgilsp-deck-mode ,parent "Deck"
     "Markdown with flashcards and quizzes, served by WsgiLsp."
     (add-hook 'project-find-functions #'wsgilsp-project nil t)))

(if (require 'markdown-mode nil t)
    (wsgilsp--define-deck-mode markdown-mode)
  (wsgilsp--define-deck-mode text-mode))

;; Eglot completes the symbol at point: the value behind a key's `=' is one of its own.
(modify-syntax-entry ?= "." wsgilsp-deck-mode-syntax-table)

;; Text mode has the spelling checker complete words.
(define-key wsgilsp-deck-mode-map (kbd "C-M-i") #'completion-at-point)

(add-to-list 'auto-mode-alist '("\\.\\(deck\\|quiz\\)\\.md\\'" . wsgilsp-deck-mode))
(add-to-list 'eglot-server-programs
             (cons '(wsgilsp-deck-mode :language-id "markdown") (cons 'wsgilsp-server wsgilsp-command)))
(add-hook 'wsgilsp-deck-mode-hook #'eglot-ensure)

(provide 'wsgilsp)
;;; wsgilsp.el ends here
