import Foundation

/// The package's own files.
enum SourceTree {
    /// The package's root.
    static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// What ships: Sources, Plugins, Samples.
    static let shipped = files(in: ["Sources", "Plugins", "Samples"])
    /// The tests.
    static let tests = files(in: ["Tests"])

    /// A file of the package; `nil` when it is not there.
    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
    }

    /// The folders inside a folder.
    static func folders(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return names.sorted().filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(root)/\(folder)/\($0)", isDirectory: &isFolder)
                && isFolder.boolValue
        }
    }

    private static func files(in folders: [String]) -> [SourceFile] {
        folders.flatMap { folder in
            let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
            return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
                text("\(folder)/\(name)").map { SourceFile(path: "\(folder)/\(name)", text: $0) }
            }
        }
    }
}
