import Glibc

// Started by the host for one handler of one plugin; serves calls until the host closes the sockets.
WorkerProcess().run()
exit(0)
