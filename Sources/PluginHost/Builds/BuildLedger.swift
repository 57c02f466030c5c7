import Glibc
import JSONTree
import Platform
import ResourceNames

/// Which builds of the dropped-in packages are kept and served: in memory, and in a file beside the packages.
struct BuildLedger {
    /// How long the builds of a package stay whose file is gone: who cleans before he builds may still go back.
    private static let goneMilliseconds: Int64 = 86_400_000
    private static let fileName = "builds.json"

    private let root: String
    private var packages: [String: PackageBuilds] = [:]
    private var isChanged = false
    /// What was wrong with the file, to be told once.
    var problem: String?

    /// Reads the file, if there is one.
    ///
    /// - Parameter root: The folder of the content store.
    init(root: String) {
        self.root = root
        let path = "\(root)/\(Self.fileName)"
        guard Files.stamp(path) != nil else { return }
        do {
            let tree = try JSON.parse(try Files.read(path, bytesMax: 64 << 20))
            for entry in tree["packages"]?.arrayValue ?? [] {
                if let builds = PackageBuilds(json: entry) { packages[builds.path] = builds }
            }
        } catch {
            problem = "earlier builds are not known: \(error)"
        }
    }

    /// The builds of a package, by the path of its file or folder.
    subscript(path: String) -> PackageBuilds? {
        get { packages[path] }
        set {
            guard packages[path] != newValue else { return }
            packages[path] = newValue
            isChanged = true
        }
    }

    /// All packages, by path.
    var all: [PackageBuilds] { packages.values.sorted { $0.path < $1.path } }

    /// Every build that is kept.
    var builds: Set<String> { Set(packages.values.flatMap { $0.builds.map(\.sha256) }) }

    /// Notes which packages are there; those that have been gone for long are forgotten.
    mutating func note(present: Set<String>, at now: Timestamp) {
        for (path, entry) in packages {
            if present.contains(path) {
                if entry.goneSince != nil { self[path]?.goneSince = nil }
            } else if let since = entry.goneSince {
                if now.milliseconds - since.milliseconds > Self.goneMilliseconds { self[path] = nil }
            } else {
                self[path]?.goneSince = now
            }
        }
    }

    /// Writes the file if anything has changed, whole and durable.
    mutating func save() throws(PackageProblem) {
        guard isChanged else { return }
        try Files.makeFolder(root)
        let tree: JSON = ["packages": .array(all.map(\.json))]
        let (path, temporary) = ("\(root)/\(Self.fileName)", "\(root)/.\(Self.fileName).new")
        unlink(temporary)  // of a process that was killed; usually there is none
        try Files.write(tree.bytes, to: temporary)
        guard rename(temporary, path) == 0 else { throw Files.failed("replace", path) }
        try Files.sync(root)
        isChanged = false
    }
}
