import Digests
import Glibc

/// Sees what changes in the source of a plugin: by content, so that a file that is only touched is no change.
struct SourceWatcher {
    /// What has changed since the last look.
    struct Change {
        /// Paths inside the project.
        let names: [String]
        /// When the first of it was seen.
        let seenAt: ContinuousClock.Instant
    }

    private let project: PluginProject
    private let stop: StopSign
    private let events = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    private var contents: [String: [UInt8]] = [:]

    /// How long nothing must have happened before saves count as one change.
    private static let quietMilliseconds: Int32 = 40
    /// How long saves that go on and on are waited for.
    private static let patience = Duration.seconds(2)
    /// Larger files are told apart by size and time alone.
    private static let hashedBytesMax = 16 << 20

    /// Begins with the source as it is.
    init(_ project: PluginProject, until stop: StopSign) throws {
        self.project = project
        self.stop = stop
        guard events >= 0 else {
            throw CommandFailure(
                "No folder can be watched: \(String(cString: strerror(errno))). Raise fs.inotify.max_user_instances.")
        }
        watchAll()
        contents = look()
    }

    /// Ends watching.
    func close() { Glibc.close(events) }

    /// Waits until the source differs from what it was at the last look. Blocks.
    ///
    /// - Returns: `nil` when the sign was raised first.
    mutating func next() -> Change? {
        while true {
            guard let seenAt = settle() else { return nil }
            // New folders first: what comes into them from now on is seen.
            watchAll()
            let now = look()
            let changed = Set(now.keys).union(contents.keys).filter { now[$0] != contents[$0] }
            contents = now
            guard !changed.isEmpty else { continue }
            return Change(
                names: changed.map { String($0.dropFirst(project.folder.count + 1)) }.sorted(), seenAt: seenAt)
        }
    }

    /// Waits for a first event, then until there are no more for a while.
    private func settle() -> ContinuousClock.Instant? {
        var first: ContinuousClock.Instant?
        while true {
            var polled = [
                pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: events, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&polled, 2, first == nil ? -1 : Self.quietMilliseconds)
            if polled[0].revents != 0 { return nil }
            if count > 0, drain() { first = first ?? .now }
            guard let first, count == 0 || first.duration(to: .now) > Self.patience else { continue }
            return first
        }
    }

    /// Takes the events there are; `true` when one of them is about the source.
    private func drain() -> Bool {
        var isSource = false
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(events, &buffer, buffer.count)
            guard count > 0 else { return isSource }
            buffer.withUnsafeBytes { bytes in
                var place = 0
                let headBytes = MemoryLayout<inotify_event>.size
                while place + headBytes <= count {
                    let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
                    let end = min(count, place + headBytes + Int(event.len))
                    let name = String(decoding: bytes[(place + headBytes)..<end].prefix { $0 != 0 }, as: UTF8.self)
                    let isFolder = event.mask & UInt32(IN_ISDIR) != 0
                    if name.isEmpty || !PluginProject.isOutput(name, isFolder: isFolder) { isSource = true }
                    place = end
                }
            }
        }
    }

    private func watchAll() {
        let kinds = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE
        for folder in project.sourceFolders { inotify_add_watch(events, folder, UInt32(kinds)) }
    }

    private func look() -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for path in project.sourceFiles {
            var info = stat()
            guard stat(path, &info) == 0 else { continue }
            if info.st_size <= Self.hashedBytesMax, let bytes = try? FileContent.read(path) {  // else its stamp must do
                contents[path] = Digests.sha256(bytes)
            } else {
                contents[path] = Array("\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)".utf8)
            }
        }
        return contents
    }
}
