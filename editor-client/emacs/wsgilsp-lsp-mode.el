;;; wsgilsp-lsp-mode.el --- WsgiLsp in Emacs, with lsp-mode  -*- lexical-binding: t; -*-

;; Use: put `wsgilsp' on the PATH and this file on the `load-path', and add to your init file:
;;
;;   (require 'wsgilsp-lsp-mode)
;;
;; For Eglot take wsgilsp.el instead; never both.  Decks (*.deck.md) open in `wsgilsp-deck-mode', which is `markdown-mode'
;; with the server added; other Markdown files stay as they are.  In a deck:
;;
;;   M-x lsp-describe-thing-at-point   reveals the answer of the card at point
;;   M-x lsp-execute-code-action       fixes a finding; quizzes this card, section or deck
;;   M-x lsp-avy-lens                  runs a lens
;;   M-x lsp-format-buffer             formats the deck
;;
;; A question comes in the minibuffer: choose your answer by completion.  A quiz sheet opens by itself where your lsp-mode
;; can show a document, else a message names it; type on its last line and press Return.  Sheets are in `.quiz' at the root
;; of the deck's project, and have the deck's server.
;;
;; The first deck of a project asks for its root; `(setq lsp-auto-guess-root t)' takes the project's.
;; Settings, for example a lens over each card: (setq wsgilsp-code-lens-cards t)
;; To run another program than the `wsgilsp' on the PATH, customize `wsgilsp-command'.
;; Run by us in Emacs 28.2 with lsp-mode 8.0.0.

;;; Code:

(require 'lsp-mode)
(require 'markdown-mode)
(require 'project)

(defgroup wsgilsp nil
  "Study decks in Markdown."
  :group 'tools)

(defcustom wsgilsp-command '("wsgilsp" "lsp")
  "The language server: program and arguments."
  :type '(repeat string)
  :risky t)

(defcustom wsgilsp-code-lens-cards nil
  "Whether there is a lens over each card."
  :type 'boolean)

(lsp-register-custom-settings '(("wsgilsp.codeLens.cards" wsgilsp-code-lens-cards t)))

(defun wsgilsp-sheet-project (folder)
  "The project of a quiz sheet in FOLDER: that of its deck, so that both have one server."
  (when (string-suffix-p "/.quiz/" (file-name-as-directory folder))
    (let ((home (substring (file-name-as-directory folder) 0 -6)))
      (or (project-current nil home) (cons 'transient home)))))

(define-derived-mode wsgilsp-deck-mode markdown-mode "Deck"
  "Markdown with flashcards and quizzes, served by WsgiLsp."
  (add-hook 'project-find-functions #'wsgilsp-sheet-project nil t))

(add-to-list 'auto-mode-alist '("\\.\\(deck\\|quiz\\)\\.md\\'" . wsgilsp-deck-mode))
(add-to-list 'lsp-language-id-configuration '(wsgilsp-deck-mode . "markdown"))
(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () wsgilsp-command))
  :major-modes '(wsgilsp-deck-mode)
  :server-id 'wsgilsp
  :initialized-fn (lambda (workspace)
                    (with-lsp-workspace workspace
                      (lsp--set-configuration (lsp-configuration-section "wsgilsp"))))))
(add-hook 'wsgilsp-deck-mode-hook #'lsp-deferred)

(provide 'wsgilsp-lsp-mode)
;;; wsgilsp-lsp-mode.el ends here
