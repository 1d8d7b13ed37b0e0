;;; packages.el --- What every script needs of Emacs  -*- lexical-binding: t; -*-

;;; Code:

;; -Q skips the file that puts Debian's packages on the load path.
(let ((packages "/usr/share/emacs/site-lisp/elpa"))
  (when (file-directory-p packages)
    (dolist (folder (directory-files packages t "^[a-z]"))
      (add-to-list 'load-path folder))))

;; The jsonrpc of Emacs 28 loses a message that arrives while it answers another one; later versions guard
;; themselves like this.  A person's slower hands do not meet it.
(when (version< emacs-version "29")
  (defvar in-filter nil "Whether a message is being handled.")
  (advice-add 'jsonrpc--process-filter :around
              (lambda (filter process text)
                (if in-filter
                    (run-at-time 0 nil #'jsonrpc--process-filter process text)
                  (let ((in-filter t)) (funcall filter process text))))))

;;; packages.el ends here
