import CNewelSpawn
import Glibc
import Platform
import PluginRuntime

/// Sees at once when something changes in the plugin directories, and has it looked at when writing has paused.
///
/// Directories that do not exist yet are looked for every second.
final class PluginWatcher: @unchecked Sendable {
    // Sendable: the descriptors never change; `isAnyMissing` is written before the watcher's thread starts, and then by that thread alone.
    private let folders: [String]
    private let changed: @Sendable () -> Bool
    private let wake = newel_wakeup()
    private let events = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    private var isAnyMissing = false

    /// How long nothing must have happened before anybody looks. Source: measured writers; a linker's pauses are shorter.
    private static let quietMilliseconds: Int32 = 150
    private static let depthMax = 16

    /// - Parameter changed: Looks; on the watcher's thread, one look after the other. Says whether to look again in a second, whatever happens.
    init(_ folders: [String], changed: @escaping @Sendable () -> Bool) {
        self.folders = folders
        self.changed = changed
    }

    /// Starts the thread. A machine without inotify is left with the looks that calls bring about.
    func start() {
        guard events >= 0, wake >= 0, !folders.isEmpty else { return }
        watchAll()
        DetachedThread.start { [self] in run() }
    }

    /// Ends the thread, soon.
    func stop() {
        var one: UInt64 = 1
        _ = write(wake, &one, 8)
    }

    deinit {
        close(wake)
        close(events)
    }

    private func run() {
        var isChanging = false
        var looksAgain = false
        while true {
            var polled = [
                pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
                pollfd(fd: events, events: Int16(POLLIN), revents: 0),
            ]
            let timeout = isChanging ? Self.quietMilliseconds : isAnyMissing || looksAgain ? 1_000 : -1
            let ready = poll(&polled, 2, timeout)
            if polled[0].revents != 0 { return }
            if ready > 0 {
                drain()
                isChanging = true
            } else if ready == 0 {
                // New folders first: what comes into them while the look is taken is seen.
                let wasAnyMissing = isAnyMissing
                watchAll()
                if isChanging || looksAgain || wasAnyMissing && !isAnyMissing { looksAgain = changed() }
                isChanging = false
            }
        }
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while read(events, &buffer, buffer.count) > 0 {}
    }

    private func watchAll() {
        isAnyMissing = false
        for folder in folders {
            if !watch(folder, depth: 0) { isAnyMissing = true }
        }
    }

    /// Watches a folder and what is in it; watching again changes nothing.
    private func watch(_ folder: String, depth: Int) -> Bool {
        let kinds = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_ATTRIB
        guard inotify_add_watch(events, folder, UInt32(kinds)) >= 0 else { return false }
        guard depth < Self.depthMax else { return true }
        for name in Folder.names(in: folder) where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if Files.stamp(path)?.isFolder == true { _ = watch(path, depth: depth + 1) }
        }
        return true
    }
}
