import PluginRuntime

// How a build gets into service: at rest, read whole, stored, sound, up in a worker, its probe answered; then it is served.
extension PluginCatalog {
    /// Reads and stores what is new or changed. Nobody is led to it yet.
    ///
    /// Several are read at a time: most of it is waiting, until a file is at rest and until it is on disk.
    ///
    /// - Returns: By path.
    func readings(
        of candidates: [PluginPlace.Candidate], _ known: [String: Source], _ ledger: BuildLedger
    ) -> [String: Reading] {
        let readings = SideBySide.map(candidates, threadsMax: Self.readersMax) { candidate in
            self.reading(
                of: candidate, known[candidate.path],
                candidate.place.origin == .droppedIn ? ledger[candidate.path] : nil)
        }
        return Dictionary(
            zip(candidates.map(\.path), readings), uniquingKeysWith: { first, _ in first })
    }

    /// So many are read at a time.
    private static let readersMax = 16

    /// Reads one, and stores it if it is to be used.
    private func reading(of candidate: PluginPlace.Candidate, _ known: Source?, _ builds: PackageBuilds?) -> Reading {
        // What lies beside the executable was installed with it, before this process began.
        let isInstalled = known == nil && candidate.place.origin == .stock
        guard let candidate = isInstalled ? candidate : PluginPlace.settled(candidate) else {
            return Reading(candidate: candidate, content: .unsettled)
        }
        do throws(PackageProblem) {
            let reader = try PackageReader(
                path: candidate.path, isFolder: candidate.isFolder, limits: limits, isChecked: false)
            // What was read is what was looked at, or it is no build at all.
            guard candidate.current == candidate.files else {
                return Reading(candidate: candidate, content: .unsettled)
            }
            let isServed = known.map { !$0.handlers.isEmpty } ?? false
            if let builds, !builds.wants(reader.sha256), isServed || store.package(builds.active) != nil {
                return Reading(candidate: candidate, content: .unwanted(sha256: reader.sha256))
            }
            try reader.check()
            // The file it came from is the other copy; the ledger, which names it, brings the store's folder to disk.
            let package = try store.install(reader, isTrusted: candidate.place.origin == .stock, isKept: false)
            return Reading(candidate: candidate, content: .stored(package))
        } catch {
            return Reading(candidate: candidate, content: .broken(error))
        }
    }

    /// Puts a new or changed plugin to use. A broken one leaves the build before it in service.
    ///
    /// - Returns: `nil` for a new one that is still being written: somebody will look again.
    func taken(_ reading: Reading, replacing known: Source?, _ holdings: inout Holdings) -> Source? {
        let candidate = reading.candidate
        let origin = candidate.place.origin
        var source = Source(
            place: candidate.place, path: candidate.path, files: candidate.files, handlers: known?.handlers ?? [])
        do throws(PackageProblem) {
            if case .unsettled = reading.content { return known }
            try use(reading, in: &source, &holdings)
        } catch  where origin == .stock && (error.code == .noPlugin || error.code == .badLibrary) {
            // Beside the executable lie libraries that are no plugins.
            source.handlers = []
        } catch {
            let rest = source.handlers.isEmpty ? "" : "; the build before it goes on"
            holdings.notices.append(
                PluginNotice(kind: .refused, source: candidate.path, message: error.message + rest))
        }
        return source
    }

    private func use(_ reading: Reading, in source: inout Source, _ holdings: inout Holdings) throws(PackageProblem) {
        let (path, origin) = (source.path, source.place.origin)
        var builds = origin == .droppedIn ? holdings.ledger[path] : nil
        let isFirstLook = source.handlers.isEmpty
        if isFirstLook, let active = builds.flatMap({ store.package($0.active) }) {
            // An earlier process has left it in service.
            source.handlers = InstalledHandler.all(of: active, origin: origin, source: path)
        }
        let package: StoredPackage
        switch reading.content {
        case .unsettled: return
        case .broken(let problem): throw problem
        case .unwanted(let sha256):
            builds?.noteContent(sha256)
            holdings.ledger[path] = builds
            if isFirstLook { tell(.loaded, source, &holdings) }
            return
        case .stored(let stored): package = stored
        }
        let handlers = InstalledHandler.all(of: package, origin: origin, source: path)
        guard handlers != source.handlers else { return }
        tell(PluginNotice(kind: .loading, source: path, message: Self.names(handlers)))
        if source.handlers.isEmpty { try store.probe(package) } else { try store.tryOut(package) }
        let kind = source.handlers.isEmpty ? PluginNotice.Kind.loaded : .replaced
        source.handlers = handlers
        if origin == .droppedIn {
            if builds == nil {
                builds = PackageBuilds(path: path, first: InstalledBuild(sha256: package.sha256, takenAt: now))
            } else {
                builds?.take(package.sha256, at: now)
            }
            holdings.ledger[path] = builds
        }
        tell(kind, source, warnings: package.manifest?.warnings ?? [], &holdings)
    }

    private func tell(
        _ kind: PluginNotice.Kind, _ source: Source, warnings: [String] = [], _ holdings: inout Holdings
    ) {
        let build = source.handlers.first?.buildID.prefix(12) ?? ""
        holdings.notices.append(
            PluginNotice(
                kind: kind, source: source.path, message: "\(Self.names(source.handlers)), build \(build)",
                warnings: warnings))
    }
}
