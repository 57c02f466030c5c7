import CNewelPlugin
import NativeFunctions
import PluginRuntime

/// A package in the content store: unpacked, checked, never changed again.
package struct StoredPackage: Sendable, Equatable {
    /// A handler it offers.
    package struct Entry: Sendable, Equatable {
        package var kind: HandlerDescription.Kind
        /// Function name or resource pattern.
        package var name: String
        /// The name in the descriptor.
        package var handler: String
        /// The descriptor's flags, 0 when only the manifest has been read.
        package var flags: UInt32
        package var settings: HandlerSettings
        /// Where and how a native function is called; `nil` for a handler.
        package var native: NativeBinding?
    }

    /// Of what was uploaded or dropped in, in hex; the name of its folder in the store.
    package var sha256: String
    package var folder: String
    package var name: String
    package var version: String
    /// The library to load on this machine, an absolute path; empty when there are native functions only.
    package var library: String
    package var entries: [Entry]
    /// `nil` for a bare library.
    package var manifest: PackageManifest?
    /// What runs its functions when that is not the library.
    package var runtime: PackageRuntime?
    /// Folders that add to where its functions look for things, absolute paths, in the manifest's order.
    package var layers: [String] = []

    /// The program that runs its functions; `nil` when that is the library.
    var bootstrap: BootstrapCommand? { runtime.map { BootstrapCommand($0, taskRoot: folder) } }

    /// Finds a handler: by function name or pattern first, then by its name in the descriptor; the only one when `name` is empty.
    package func entry(named name: String) -> Entry? {
        if name.isEmpty { return entries.count == 1 ? entries[0] : nil }
        return entries.first { $0.name == name } ?? entries.first { $0.handler == name }
    }

    /// The library an entry is loaded from.
    func library(of entry: Entry) -> String { entry.native?.library ?? library }
}

extension StoredPackage.Entry {
    /// An entry of a manifest whose files lie in a folder.
    init(_ entry: PackageManifest.Entry, of manifest: PackageManifest, in folder: String) throws(PackageProblem) {
        self.init(kind: entry.kind, name: entry.name, handler: entry.handler, flags: 0, settings: entry.settings)
        guard let declared = entry.native else { return }
        let library: String
        switch try manifest.place(of: declared, entry) {
        case .file(let file): library = "\(folder)/\(file.path)"
        case .system(let name): library = name
        }
        native = NativeBinding(library: library, declaration: declared.declaration)
        if declared.signature.isIdempotent { flags = UInt32(NEWEL_H_IDEMPOTENT) }
    }
}
