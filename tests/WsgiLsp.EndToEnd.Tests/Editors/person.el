;;; person.el --- A person at Emacs, by keys alone  -*- lexical-binding: t; -*-

;; For scripts run by `emacs -Q -nw' at a terminal: the keys go through Emacs's own command loop.  Exit code 0: every step
;; worked.  Steps are written to the file E2E_REPORT, since the terminal shows Emacs itself.

;;; Code:

(require 'cl-lib)

(load (expand-file-name "packages" (file-name-directory load-file-name)) nil t)

(set-language-environment "UTF-8")
(setq make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      inhibit-startup-screen t
      warning-minimum-level :emergency
      eglot-sync-connect t
      eglot-autoreconnect t)

(defconst limit 15 "How long a step may take, in seconds.")

(defun given (name)
  "The environment's E2E_NAME."
  (or (getenv (concat "E2E_" name)) (error "E2E_%s is not set" name)))

(defun say (format &rest arguments)
  "Add a line to the report."
  (write-region (concat (apply #'format format arguments) "\n") nil (given "REPORT") t 'quiet))

(add-to-list 'load-path (expand-file-name "emacs" (given "SETTINGS")))
(require 'wsgilsp)
(require 'flymake)

(defun leave (code)
  "End Emacs with CODE."
  (set-buffer-modified-p nil)
  (kill-emacs code))

(defun give-up (what)
  "Report that WHAT was not seen, and end."
  (say "not seen: %s" what)
  (say "%s" (buffer-string))
  (say "messages: %s" (with-current-buffer (messages-buffer) (buffer-string)))
  (leave 1))

(defvar keys 0 "How many keys were pressed.")

(defun press (text)
  "Press the keys of TEXT, as `kbd' reads them."
  (let ((events (listify-key-sequence (kbd text))))
    (setq keys (+ keys (length events)))
    (setq unread-command-events (append unread-command-events events))))

(defun has (part)
  "A condition: PART stands in the buffer."
  (lambda () (string-search part (buffer-string))))

(defun asks (part)
  "A condition: PART is asked below."
  (lambda ()
    (let ((window (active-minibuffer-window)))
      (and window (with-current-buffer (window-buffer window) (string-search part (buffer-string)))))))

(defun open-question ()
  "The text from the last heading on."
  (save-excursion
    (goto-char (point-max))
    (re-search-backward "^## ")
    (buffer-substring-no-properties (point) (point-max))))

(defun mark-of (words)
  "The mark of the shown line that has WORDS."
  (let ((line (cl-find-if (lambda (line) (and (string-search words line) (string-match-p "\\`- " line)))
                          (split-string (open-question) "\n"))))
    (substring line 2 3)))

(defun open-file (file)
  "Visit FILE and wait until the server manages it."
  (find-file file)
  (run-hooks 'post-command-hook)
  (let ((end (+ (float-time) limit)))
    (while (and (not (eglot-managed-p)) (< (float-time) end))
      (accept-process-output nil 0.02)))
  (switch-to-buffer (current-buffer)))

(defun run-lens (title)
  "Run the first lens over the deck whose title begins with TITLE, and wait for the quiz sheet."
  (let* ((server (eglot--current-server-or-lose))
         (lens (cl-find-if (lambda (lens) (string-prefix-p title (plist-get (plist-get lens :command) :title)))
                           (jsonrpc-request server :textDocument/codeLens
                                            (list :textDocument (eglot--TextDocumentIdentifier)))))
         (command (plist-get lens :command))
         (end (+ (float-time) limit)))
    (unless lens (error "No lens %s" title))
    (jsonrpc-request server :workspace/executeCommand
                     (list :command (plist-get command :command) :arguments (plist-get command :arguments)))
    (while (and (not (on-sheet-p)) (< (float-time) end))
      (accept-process-output nil 0.02))
    (say "ok the sheet")))

(defun on-sheet-p ()
  "Whether a quiz sheet is shown."
  (let ((file (buffer-file-name (window-buffer))))
    (and file (string-suffix-p ".quiz.md" file))))

(defun live (begin steps)
  "Call BEGIN and then do STEPS, each what is waited for, its condition, and what is done then.  End Emacs after them."
  (cl-labels
      ((go-on (since)
         (condition-case failure
             (with-current-buffer (window-buffer (or (minibuffer-selected-window) (selected-window)))
               (pcase (car steps)
                 ('nil
                  (say "keys %d" keys)
                  (save-buffer)
                  (eglot-shutdown (eglot-current-server))
                  (leave 0))
                 (`(,what ,condition ,action)
                  (cond
                   ((funcall condition)
                    (say "ok %s" what)
                    (pop steps)
                    (funcall action)
                    (run-at-time 0.02 nil #'go-on (float-time)))
                   ((> (- (float-time) since) limit) (give-up what))
                   (t (run-at-time 0.02 nil #'go-on since))))))
           (error (say "%s" (error-message-string failure)) (leave 1)))))
    (run-at-time 0.5 nil
                 (lambda ()
                   (condition-case failure
                       (progn
                         (funcall begin)
                         (run-at-time 0.1 nil #'go-on (float-time)))
                     (error (say "%s" (error-message-string failure)) (leave 1)))))))

(provide 'person)
;;; person.el ends here
