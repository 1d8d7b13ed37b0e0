;;; init.el --- A person's own start-up file  -*- lexical-binding: t; -*-

;; Waits until a server has found something in the deck that is open, and writes down what is there.

;;; Code:

(setq make-backup-files nil
      auto-save-default nil
      auto-save-list-file-prefix nil
      create-lockfiles nil
      native-comp-deferred-compilation nil
      warning-minimum-level :emergency)
(set-language-environment "UTF-8")

(defvar left 15.0 "How long there is to wait, in seconds.")

(defun look ()
  "Look for a finding, now and then."
  (setq left (- left 0.05))
  (with-current-buffer (window-buffer)
    (let ((finding (and (fboundp 'flymake-diagnostics) (car (flymake-diagnostics)))))
      (cond
       (finding
        (let ((server (eglot-current-server)))
          (write-region
           (concat "file " buffer-file-name
                   "\nfolder " (with-current-buffer "*scratch*" (expand-file-name (directory-file-name default-directory)))
                   "\nroot " (directory-file-name (project-root (eglot--project server)))
                   "\nserver " (mapconcat #'identity (process-command (jsonrpc--process server)) " ")
                   "\nfinding " (save-match-data
                                  (let ((text (flymake-diagnostic-text finding)))
                                    (if (string-match "no-key" text) "no-key" text)))
                   "\n")
           nil (getenv "E2E_REPORT") nil 'quiet))
        (kill-emacs 0))
       ((< left 0) (kill-emacs 1))
       (t (run-at-time 0.05 nil #'look))))))

(run-at-time 0.5 nil #'look)

;;; init.el ends here
