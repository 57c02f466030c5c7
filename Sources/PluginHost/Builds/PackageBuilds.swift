import JSONTree
import ResourceNames

/// The last builds of one dropped-in package, and which of them is served. It decides; others load and tell.
package struct PackageBuilds: Sendable, Equatable {
    /// How many builds are kept.
    static let countMax = 3

    /// The file or folder they came from.
    package let path: String
    /// Newest first; never empty.
    package private(set) var builds: [InstalledBuild]
    /// The one that is served.
    package private(set) var active: String
    /// The build that lies in the file and is not served: rolled back, or crashed. Other content of the file is taken again.
    package private(set) var passedOver: String?
    /// The build that was served when the active one was taken; `nil` when the active one was put back.
    private var servedBefore: String?
    /// When the file was seen to be gone.
    var goneSince: Timestamp?

    /// A package whose first build was taken.
    init(path: String, first build: InstalledBuild) {
        self.path = path
        builds = [build]
        active = build.sha256
    }

    /// Puts a new build to use; when there are too many the oldest one goes that was not served until now.
    mutating func take(_ sha256: String, at time: Timestamp) {
        if sha256 != active { servedBefore = active }
        builds.removeAll { $0.sha256 == sha256 }
        builds.insert(InstalledBuild(sha256: sha256, takenAt: time), at: 0)
        while builds.count > Self.countMax, let oldest = builds.lastIndex(where: { $0.sha256 != servedBefore }) {
            builds.remove(at: oldest)
        }
        (active, passedOver) = (sha256, nil)
    }

    /// Whether a build of the file's content is to be taken: it is not the one that is served, nor the one that was given up.
    func wants(_ sha256: String) -> Bool { sha256 != active && sha256 != passedOver }

    /// Notes what the file holds: when that is what is served, nothing is passed over.
    mutating func noteContent(_ sha256: String) {
        if sha256 == active { passedOver = nil }
    }

    /// The build that `rollBack` leads to: by the beginning of its sha256, or the one before the active one.
    ///
    /// - Throws: when there is none, with what there is.
    func target(_ prefix: String?) throws(PackageProblem) -> InstalledBuild {
        guard let prefix else {
            guard let earlier else {
                throw PackageProblem(.noBuild, "\(path) has no build before \(active.prefix(12)) to go back to")
            }
            return earlier
        }
        let found = builds.filter { !prefix.isEmpty && $0.sha256.hasPrefix(prefix.lowercased()) }
        guard found.count == 1 else {
            let names = builds.map { String($0.sha256.prefix(12)) }.joined(separator: ", ")
            throw PackageProblem(
                .noBuild, "\(path) has \(found.isEmpty ? "no build" : "several builds") \(prefix); there are \(names)")
        }
        return found[0]
    }

    /// The build that was served before the active one; where that is not known or has crashed, the newest before it that has not.
    var earlier: InstalledBuild? {
        if let before = builds.first(where: { $0.sha256 == servedBefore && $0.crash == nil }) { return before }
        guard let position = builds.firstIndex(where: { $0.sha256 == active }) else { return nil }
        return builds[(position + 1)...].first { $0.crash == nil }
    }

    /// Serves another of the builds from now on. The file's own build is passed over until the file changes, unless it is the one.
    mutating func serve(_ build: InstalledBuild) {
        let inFile = passedOver ?? active
        (active, servedBefore) = (build.sha256, nil)
        passedOver = inFile == active ? nil : inFile
    }

    /// A fresh build has crashed: the one before it is served again.
    ///
    /// - Parameter isFresh: Asked with the time the active build was taken.
    /// - Returns: The build that is served again; `nil` when the crashed one stays: it is not fresh, was put back by hand or after a crash, or
    ///   there is none before it.
    mutating func crashed(_ crash: String, isFresh: (Timestamp) -> Bool) -> InstalledBuild? {
        guard passedOver == nil, let position = builds.firstIndex(where: { $0.sha256 == active }),
            isFresh(builds[position].takenAt), let earlier
        else { return nil }
        builds[position].crash = crash
        serve(earlier)
        return earlier
    }

    /// The stored form.
    var json: JSON {
        [
            "path": .string(path), "active": .string(active), "passedOver": passedOver.map { .string($0) } ?? .null,
            "servedBefore": servedBefore.map { .string($0) } ?? .null,
            "goneSince": goneSince.map { .integer($0.milliseconds) } ?? .null,
            "builds": .array(
                builds.map {
                    [
                        "sha256": .string($0.sha256), "takenAt": .integer($0.takenAt.milliseconds),
                        "crash": $0.crash.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let path = json["path"]?.stringValue, let active = json["active"]?.stringValue else { return nil }
        self.path = path
        builds = (json["builds"]?.arrayValue ?? []).compactMap { build in
            guard let sha256 = build["sha256"]?.stringValue, let time = build["takenAt"]?.integerValue else {
                return nil
            }
            return InstalledBuild(
                sha256: sha256, takenAt: Timestamp(milliseconds: time), crash: build["crash"]?.stringValue)
        }
        guard builds.contains(where: { $0.sha256 == active }) else { return nil }
        self.active = active
        passedOver = json["passedOver"]?.stringValue
        servedBefore = json["servedBefore"]?.stringValue
        goneSince = json["goneSince"]?.integerValue.map { Timestamp(milliseconds: $0) }
    }
}
