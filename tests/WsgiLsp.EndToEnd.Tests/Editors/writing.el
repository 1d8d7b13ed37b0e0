;;; writing.el --- An author at Emacs, by keys alone  -*- lexical-binding: t; -*-

;;; Code:

(load (expand-file-name "person" (file-name-directory load-file-name)) nil t)

(defun written (name part)
  "A condition: PART stands in the file E2E_NAME."
  (lambda ()
    (with-temp-buffer
      (insert-file-contents (given name))
      (string-search part (buffer-string)))))

;; As the settings say.
(add-hook 'wsgilsp-deck-mode-hook (lambda () (add-hook 'before-save-hook #'eglot-format-buffer nil t)))

(live
 (lambda () (open-file (given "MIXED_DECK")))
 (list
  (list "the deck" (has "id=fruit") (lambda () (press "C-s i d = f r u i t RET M-x e g l o t - r e n a m e RET")))
  (list "the question for a name" (asks "Rename") (lambda () (press "a p p l e RET")))
  ;; Eglot asks where a deck is not open yet.
  (list "the question whether to write in several decks" (asks "Proceed") (lambda () (press "y")))
  (list "the new name" (has "id=apple") (lambda () (press "C-x s !")))
  (list "the new name in the other deck" (written "LINKED_DECK" "mixed.deck.md#apple")
        (lambda () (press "M-< C-s i d = s u m RET SPC l e v C-M-i")))
  (list "a completion" (has "id=sum level=") (lambda () (press "a d v C-M-i")))
  (list "another one" (has "<!-- card: id=sum level=advanced -->")
        (lambda () (press "M-> # # SPC N e x t ? RET A n s w e r . RET C-x C-s")))
  (list "the deck in form" (written "MIXED_DECK" "- [x] Red\n\n## Next?\n\nAnswer.") #'ignore)))

;;; writing.el ends here
