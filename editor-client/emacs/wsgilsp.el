;;; wsgilsp.el --- WsgiLsp in Emacs, with Eglot  -*- lexical-binding: t; -*-

;; Use: put `wsgilsp' on the PATH and this file on the `load-path', and add to your init file:
;;
;;   (require 'wsgilsp)
;;
;; Eglot is part of Emacs 29 and a package before it.  Decks (*.deck.md) open in `wsgilsp-deck-mode', which is
;; `markdown-mode' with the server added; other Markdown files stay as they are.  In a deck:
;;
;;   M-x eldoc               reveals the answer of the card at point (so does resting there)
;;   M-x eglot-code-actions  fixes a finding; quizzes this card, section or deck
;;   M-x flymake-goto-next-error
;;
;; Give them keys as you like, for example:
;;
;;   (define-key wsgilsp-deck-mode-map (kbd "C-c a") #'eglot-code-actions)
;;
;; A question comes in the minibuffer: choose your answer by completion.
;;
;; `eglot-confirm-server-initiated-edits' decides whether an edit that the server applies by itself is put to you
;; first.  A fix that you chose from the code actions is your own edit and needs no confirmation.
;;
;; Settings, for example a lens over each card in clients that show lenses:
;;
;;   (setq-default eglot-workspace-configuration '(:wsgilsp (:codeLens (:cards t))))

;;; Code:

(require 'eglot)

(defmacro wsgilsp--define-deck-mode (parent)
  "Define `wsgilsp-deck-mode' on top of the mode PARENT."
  `(define-derived-mode wsgilsp-deck-mode ,parent "Deck"
     "Markdown with flashcards and quizzes, served by WsgiLsp."))

(if (require 'markdown-mode nil t)
    (wsgilsp--define-deck-mode markdown-mode)
  (wsgilsp--define-deck-mode text-mode))

(add-to-list 'auto-mode-alist '("\\.deck\\.md\\'" . wsgilsp-deck-mode))
(add-to-list 'eglot-server-programs
             '((wsgilsp-deck-mode :language-id "markdown") . ("wsgilsp" "lsp")))
(add-hook 'wsgilsp-deck-mode-hook #'eglot-ensure)

(provide 'wsgilsp)
;;; wsgilsp.el ends here
