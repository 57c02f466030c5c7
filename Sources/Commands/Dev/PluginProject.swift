import Glibc
import Platform
import PluginHost

/// A folder with the source of a plugin, and the tool that builds it.
struct PluginProject {
    /// What a folder is built with.
    struct Tool {
        /// The file that tells.
        let mark: String
        /// Program and arguments, run in the folder.
        let command: [String]
        /// Where libraries are once it has run.
        let outputs: [String]
    }

    /// The folder, without a slash at its end.
    let folder: String
    let tool: Tool

    /// In the order in which they are looked for: a Makefile knows best.
    private static let tools = [
        Tool(mark: "Makefile", command: ["make"], outputs: ["build", "."]),
        Tool(mark: "Cargo.toml", command: ["cargo", "build", "--release"], outputs: ["target/release"]),
        Tool(mark: "Package.swift", command: ["swift", "build", "-c", "release"], outputs: [".build/release"]),
        Tool(mark: "build.zig", command: ["zig", "build", "-Doptimize=ReleaseSafe"], outputs: ["zig-out/lib"]),
        Tool(
            mark: "go.mod", command: ["go", "build", "-buildmode=c-shared", "-o", "build/libplugin.so", "."],
            outputs: ["build"]),
    ]
    /// Folders that tools fill; what changes in them is no change of the source.
    private static let outputFolders: Set<String> = ["build", "target", "zig-out", "zig-cache", "node_modules"]
    /// What tools write beside the source.
    private static let outputEndings = [".o", ".so", ".a", ".d", ".obj", "~", ".lock", ".resolved"]
    private static let depthMax = 16

    /// Looks how a folder is built.
    init(_ path: String) throws {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        folder = path
        guard let tool = Self.tools.first(where: { access("\(path)/\($0.mark)", R_OK) == 0 }) else {
            let marks = Self.tools.map(\.mark).joined(separator: ", ")
            throw CommandFailure(
                "\(path) holds nothing to build: there is none of \(marks). 'newel plugin new NAME --lang c' begins a plugin.",
                exitCode: 2)
        }
        self.tool = tool
    }

    /// The last part of the folder's path.
    var name: String { String(path.split(separator: "/").last ?? "plugin") }

    /// The folder's path from the root, without links.
    var path: String {
        guard let path = realpath(folder, nil) else { return folder }
        defer { free(path) }
        return String(cString: path)
    }

    /// The plugins that the tool has built; libraries of other kinds are left out.
    var libraries: [String] {
        for output in tool.outputs {
            let place = output == "." ? folder : "\(folder)/\(output)"
            let found = Folder.names(in: place).filter { $0.hasSuffix(".so") && !$0.hasPrefix(".") }
                .map { "\(place)/\($0)" }.filter { PackageCheck.isPlugin($0) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whether a name in the folder or below is none of the source.
    static func isOutput(_ name: String, isFolder: Bool) -> Bool {
        name.hasPrefix(".") || isFolder && outputFolders.contains(name)
            || !isFolder && outputEndings.contains { name.hasSuffix($0) }
    }

    /// The folders that hold source, the project's own first.
    var sourceFolders: [String] { Self.walk(folder, depth: 0).folders }

    /// The files of the source.
    var sourceFiles: [String] { Self.walk(folder, depth: 0).files }

    private static func walk(_ place: String, depth: Int) -> (folders: [String], files: [String]) {
        var (folders, files) = ([place], [String]())
        for name in Folder.names(in: place) {
            var info = stat()
            guard stat("\(place)/\(name)", &info) == 0 else { continue }
            let isFolder = info.st_mode & S_IFMT == S_IFDIR
            guard !isOutput(name, isFolder: isFolder) else { continue }
            if isFolder {
                guard depth < depthMax else { continue }
                let below = walk("\(place)/\(name)", depth: depth + 1)
                folders += below.folders
                files += below.files
            } else if info.st_mode & S_IFMT == S_IFREG {
                files.append("\(place)/\(name)")
            }
        }
        return (folders, files)
    }
}
