;;; packages.el --- What every script needs of Emacs  -*- lexical-binding: t; -*-

;;; Code:

;; -Q skips the file that puts Debian's packages on the load path.
(let ((packages "/usr/share/emacs/site-lisp/elpa"))
  (when (file-directory-p packages)
    (dolist (folder (directory-files packages t "^[a-z]"))
      (add-to-list 'load-path folder))))

;;; packages.el ends here
