import Platform
import PluginRuntime
import Synchronization

/// What lies in the plugin directories, brought up to date by looking again now and then.
final class PluginCatalog: Sendable {
    /// What is there at one moment.
    struct Snapshot: Sendable {
        /// By function name.
        var functions: [String: InstalledHandler] = [:]
        /// In the order of strength, strongest first.
        var integrations: [InstalledHandler] = []
        /// By `package/handler`.
        var qualified: [String: InstalledHandler] = [:]
        /// Packages with exactly one function, by package name.
        var byPackage: [String: InstalledHandler] = [:]
        /// Grows with every change.
        var revision = 0
    }
    private struct Source {
        var path: String
        var origin: InstalledHandler.Origin
        var stamps: [Files.Stamp]
        var handlers: [InstalledHandler]
    }
    private struct State {
        var snapshot = Snapshot()
        var lastScan: Int64 = 0
    }
    private let places: [(folder: String, origin: InstalledHandler.Origin)]
    private let store: ContentStore
    private let limits: PluginHostLimits
    private let notice: @Sendable (PluginNotice) -> Void
    private let state = Mutex(State())
    /// Held while the directories are looked at.
    private let sources = Mutex<[Source]>([])

    init(_ configuration: PluginHostConfiguration, store: ContentStore) {
        places =
            configuration.pluginDirectories.map { ($0, .droppedIn) }
            + (configuration.stockPluginDirectory.map { [($0, .stock)] } ?? [])
        self.store = store
        limits = configuration.limits
        notice = configuration.onNotice
    }

    /// What was there when last looked at.
    var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Whether it is time to look again.
    var isStale: Bool {
        let last = state.withLock { $0.lastScan }
        return Clocks.monotonicNanoseconds - last >= limits.scanInterval.nanoseconds
    }

    /// Looks at the directories and takes in what is new. Blocks.
    func scan() {
        sources.withLock { sources in
            var found: [Source] = []
            for place in places {
                for candidate in Self.candidates(in: place.folder, withFolders: place.origin == .droppedIn) {
                    let known = sources.first { $0.path == candidate.path }
                    if let known, known.stamps == candidate.stamps {
                        found.append(known)
                    } else if let known {
                        let settled = settled(candidate)
                        found.append(settled.map { take($0, place.origin, replacing: known) } ?? known)
                    } else {
                        found.append(take(candidate, place.origin, replacing: nil))
                    }
                }
            }
            let missing = sources.filter { known in
                !known.handlers.isEmpty && !found.contains { $0.path == known.path }
            }
            // Linkers delete a library before they write it anew.
            if !missing.isEmpty { Pause.milliseconds(Self.settleNanoseconds / 1_000_000) }
            for gone in missing {
                let isFile = gone.path.hasSuffix(".so") || gone.path.hasSuffix(".zip")
                let mark = isFile ? gone.path : "\(gone.path)/\(PackageManifest.fileName)"
                guard Files.stamp(mark) == nil else {
                    found.append(gone)
                    continue
                }
                notice(PluginNotice(kind: .removed, source: gone.path, message: Self.names(gone.handlers)))
            }
            let isChanged = found.flatMap(\.handlers) != sources.flatMap(\.handlers)
            sources = found
            publish(found, isChanged: isChanged)
        }
    }

    private struct Candidate {
        var path: String
        var isFolder: Bool
        var stamps: [Files.Stamp]
    }

    /// Libraries, zips, and folders with a manifest.
    private static func candidates(in folder: String, withFolders: Bool) -> [Candidate] {
        Folder.names(in: folder).compactMap { name in
            let path = "\(folder)/\(name)"
            guard !name.hasPrefix(".") else { return nil }
            if name.hasSuffix(".so") || withFolders && name.hasSuffix(".zip") {
                return Files.stamp(path).flatMap {
                    $0.isFolder ? nil : Candidate(path: path, isFolder: false, stamps: [$0])
                }
            }
            guard withFolders, Files.stamp("\(path)/\(PackageManifest.fileName)") != nil else { return nil }
            return Candidate(path: path, isFolder: true, stamps: stamps(below: path, depth: 0))
        }
    }

    /// The candidate once nothing of it has changed for a while; `nil` when it does not come to rest, or is gone. Blocks.
    private func settled(_ candidate: Candidate) -> Candidate? {
        var candidate = candidate
        for _ in 0..<Self.settleRounds {
            let newest = candidate.stamps.map(\.modified).max() ?? 0
            let age = Int(Clocks.unixNanoseconds) - newest
            // What lies in the future says nothing of when it was written.
            guard age >= 0, age < Self.settleNanoseconds else { return candidate }
            Pause.milliseconds((Self.settleNanoseconds - age) / 1_000_000 + 1)
            candidate.stamps =
                candidate.isFolder
                ? Self.stamps(below: candidate.path, depth: 0) : Files.stamp(candidate.path).map { [$0] } ?? []
            if candidate.stamps.isEmpty { return nil }
        }
        return nil
    }

    /// How long a build must have been left alone before it is taken.
    private static let settleNanoseconds = 150_000_000
    /// For how many such whiles a scan waits.
    private static let settleRounds = 10

    private static func stamps(below folder: String, depth: Int) -> [Files.Stamp] {
        guard depth < 16 else { return [] }
        return Folder.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [Files.Stamp] in
            guard let stamp = Files.stamp("\(folder)/\(name)") else { return [] }
            return stamp.isFolder ? stamps(below: "\(folder)/\(name)", depth: depth + 1) : [stamp]
        }
    }

    /// Stores a new or changed plugin. A broken one leaves the build before it in service.
    private func take(_ candidate: Candidate, _ origin: InstalledHandler.Origin, replacing known: Source?) -> Source {
        var source = Source(
            path: candidate.path, origin: origin, stamps: candidate.stamps, handlers: known?.handlers ?? [])
        do {
            let package = try store.install(
                path: candidate.path, isFolder: candidate.isFolder, isTrusted: origin == .stock)
            let handlers = package.entries.map {
                InstalledHandler($0, of: package, origin: origin, source: candidate.path)
            }
            if !source.handlers.isEmpty, handlers != source.handlers { try store.tryOut(package) }
            if handlers != source.handlers {
                notice(
                    PluginNotice(
                        kind: source.handlers.isEmpty ? .loaded : .replaced, source: candidate.path,
                        message: "\(Self.names(handlers)), build \(package.sha256.prefix(12))"))
            }
            source.handlers = handlers
        } catch  where origin == .stock && (error.code == .noPlugin || error.code == .badLibrary) {
            // Beside the executable lie libraries that are no plugins.
            source.handlers = []
        } catch {
            let rest = source.handlers.isEmpty ? "" : "; the build before it goes on"
            notice(PluginNotice(kind: .refused, source: candidate.path, message: error.message + rest))
        }
        return source
    }

    private func publish(_ sources: [Source], isChanged: Bool) {
        var next = Snapshot()
        // The first to claim a name keeps it: dropped-in before stock, directories in the order given.
        for handler in sources.flatMap(\.handlers) {
            switch handler.kind {
            case .function:
                if next.functions[handler.name] == nil { next.functions[handler.name] = handler }
                let qualified = "\(handler.package)/\(handler.name)"
                if next.qualified[qualified] == nil { next.qualified[qualified] = handler }
            // The integrations that are built in also lie beside the executable as libraries, for folders of one's own; only there do they count.
            case .integration where handler.origin == .stock: break
            case .integration: next.integrations.append(handler)
            }
        }
        for source in sources where source.handlers.count(where: { $0.kind == .function }) == 1 {
            guard let only = source.handlers.first(where: { $0.kind == .function }), !only.package.isEmpty else {
                continue
            }
            if next.byPackage[only.package] == nil { next.byPackage[only.package] = only }
        }
        state.withLock { [next] state in
            let revision = state.snapshot.revision + (isChanged ? 1 : 0)
            state.snapshot = next
            state.snapshot.revision = revision
            state.lastScan = Clocks.monotonicNanoseconds
        }
    }

    private static func names(_ handlers: [InstalledHandler]) -> String { handlers.map(\.name).joined(separator: ", ") }
}

extension PluginCatalog.Snapshot {
    /// A function by its own name, as `package/function`, or by the name of a package that has only one.
    func function(_ name: String) -> InstalledHandler? { functions[name] ?? qualified[name] ?? byPackage[name] }
}

extension InstalledHandler {
    /// An entry of a stored package that was found somewhere.
    init(_ entry: StoredPackage.Entry, of package: StoredPackage, origin: Origin, source: String) {
        self.init(
            kind: entry.kind, name: entry.name, package: package.name, handler: entry.handler, flags: entry.flags,
            origin: origin,
            source: source, library: package.library(of: entry), buildID: package.sha256, settings: entry.settings,
            native: entry.native?.declaration, bootstrap: package.bootstrap, layers: package.layers)
    }
}
