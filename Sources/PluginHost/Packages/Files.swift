import Glibc

/// The few file operations packages need, with errors that say what failed.
enum Files {
    /// What tells one state of a file from another.
    struct Stamp: Sendable, Equatable {
        var inode: UInt
        var size: Int
        var modified: Int
        var isFolder: Bool
    }

    /// A file's stamp, links followed; `nil` when there is no such file.
    static func stamp(_ path: String) -> Stamp? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        return Stamp(
            inode: UInt(info.st_ino), size: Int(info.st_size),
            modified: info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec,
            isFolder: info.st_mode & S_IFMT == S_IFDIR)
    }

    /// Whether there is such a file, and this process may run it.
    static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 && stamp(path)?.isFolder == false }

    /// A path that means the same in another folder: workers stand in their package.
    static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return "\(String(cString: here))/\(path)"
    }

    /// Whether somebody has a file open for writing. Not every file system knows, and only the owner of a file is told: `false` then.
    ///
    /// Source: fcntl(2), "Leases": a read lease is refused with EAGAIN while the file is open for writing.
    static func isOpenForWriting(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // Who opens it meanwhile is held up until the lease is given back, and would signal: by one that does nothing.
        guard fcntl(descriptor, setSignal, SIGURG) == 0 else { return false }
        if fcntl(descriptor, setLease, readLease) == 0 {
            _ = fcntl(descriptor, setLease, noLease)
            return false
        }
        return errno == EAGAIN
    }

    // Linux's numbers, which are the same on every machine it runs on that Newel does.
    private static let setSignal: Int32 = 10
    private static let setLease: Int32 = 1_024
    private static let readLease: Int32 = 0
    private static let noLease: Int32 = 2

    /// All bytes of a file.
    static func read(_ path: String, bytesMax: Int) throws(PackageProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("read", path) }
        defer { close(descriptor) }
        guard let size = stamp(path)?.size, size <= bytesMax else {
            throw PackageProblem(.tooLarge, "\(path) is too large")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = Glibc.read(descriptor, piece.baseAddress, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failed("read", path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= bytesMax else { throw PackageProblem(.tooLarge, "\(path) is too large") }
        }
    }

    /// Writes a new read-only file and, if it is to outlive the machine's power, brings it to disk.
    static func write(
        _ bytes: [UInt8], to path: String, isExecutable: Bool = false, isDurable: Bool = true
    ) throws(PackageProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isExecutable ? 0o555 : 0o444)
        guard descriptor >= 0 else { throw failed("create", path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failed("write", path) }
            written += count
        }
        guard !isDurable || fsync(descriptor) == 0 else { throw failed("write", path) }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(PackageProblem) {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        let problem = errno
        if problem == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        }
        throw failed("create", path)
    }

    /// Brings a folder's entries to disk.
    static func sync(_ folder: String) throws(PackageProblem) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failed("write", folder) }
    }

    static func failed(_ what: String, _ path: String) -> PackageProblem {
        PackageProblem(.fileSystem, "cannot \(what) \(path): \(String(cString: strerror(errno)))")
    }
}
