;;; sheet.el --- A quiz on a sheet in Emacs, by keys alone  -*- lexical-binding: t; -*-

;;; Code:

(load (expand-file-name "person" (file-name-directory load-file-name)) nil t)

(live
 (lambda ()
   (open-file (given "MIXED_DECK"))
   (run-lens "Quiz all"))
 (list
  (list "the first question" (has "## 1 · ") (lambda () (press "M-> b RET")))
  (list "a wrong answer" (has "> ✗ ") (lambda () (press "? RET")))
  (list "a hint" (has "> Hint: Count them.") (lambda () (press "RET")))
  (list "a reveal" (has "> Four.") (lambda () (press "3 RET")))
  (list "the third question" (has "## 3 · ") (lambda () (press "l y o n RET")))
  (list "the fourth question" (has "## 4 · ") (lambda () (press "C-/")))
  (list "an undo in the editor" (lambda () (not (string-search "## 4 · " (buffer-string)))) (lambda () (press "M-x u n d o - r e d o RET")))
  (list "the redo" (has "## 4 · ") (lambda () (press "M-> b l u e RET")))
  (list "the blank" (has "## 5 · ")
        (lambda () (press (concat (mark-of "First") " " (mark-of "Second") " " (mark-of "Third") " RET"))))
  (list "the order" (has "## 6 · ")
        (lambda () (press (concat "1 " (mark-of "barks") " 2 " (mark-of "meows") " RET"))))
  (list "the pairs" (has "## 7 · ") (lambda () (press "t RET")))
  (list "the statement" (has "## 8 · ") (lambda () (press "t h e SPC m o o n SPC p u l l s RET RET RET")))
  (list "the concepts" (has "You got 1 of 2 concepts.") (lambda () (press "2 RET c RET")))
  (list "a missed one again, after what was typed ahead" (has "## 10 · ") (lambda () (press "! q RET")))
  (list "the result" (has "## Result") #'ignore)))

;;; sheet.el ends here
