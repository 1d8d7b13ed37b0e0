;;; resume.el --- A quiz on a sheet whose editor is killed, and then its server  -*- lexical-binding: t; -*-

;; E2E_PART says how far it is.

;;; Code:

(load (expand-file-name "person" (file-name-directory load-file-name)) nil t)

(defun begin-steps ()
  "Until somebody kills the editor, once the file E2E_READY is there."
  (list
   (list "the first question" (has "## 1 · ") (lambda () (press "M-> b RET")))
   (list "the second question" (has "## 2 · ") (lambda () (press "RET")))
   (list "a reveal" (has "> Four.") (lambda () (write-region "" nil (given "READY") nil 'quiet)))
   (list "the end" (lambda () nil) #'ignore)))

(defun go-on-steps ()
  "From where it was cut off to the end."
  (list
   ;; Eglot has people confirm what a server writes unasked.
   (list "the question whether to write" (asks "Proceed") (lambda () (press "y")))
   (list "the sheet as far as it went" (has "> Four.") (lambda () (press "M-> 3 RET")))
   (list "the third question" (has "## 3 · ")
         (lambda ()
           (signal-process (with-temp-buffer
                             (insert-file-contents (given "SERVER_ID"))
                             (string-to-number (buffer-string)))
                           9)))
   (list "the next server"
         (lambda ()
           (let ((server (eglot-current-server)))
             (and server (jsonrpc-running-p server)
                  (not (equal (process-id (jsonrpc--process server)) first-server)))))
         (lambda () (press "M-> l y o n RET")))
   (list "the fourth question" (has "## 4 · ") (lambda () (press ": ! q RET")))
   (list "the result" (has "## Result") #'ignore)))

(defvar first-server nil "The process id of the server that is killed.")

(live
 (lambda ()
   (open-file (given "MIXED_DECK"))
   (setq first-server (process-id (jsonrpc--process (eglot-current-server))))
   (run-lens (if (equal (given "PART") "begin") "Quiz all" "Resume quiz")))
 (if (equal (given "PART") "begin") (begin-steps) (go-on-steps)))

;;; resume.el ends here
