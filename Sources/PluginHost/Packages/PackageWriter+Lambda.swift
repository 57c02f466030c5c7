import PluginRuntime

extension PackageWriter {
    /// Packs a plugin for Lambda's runtime `provided.al2023`: a program that speaks the Runtime API, the library for this machine beside it, and
    /// what else is in the folder. Blocks for a worker.
    ///
    /// - Parameters:
    ///   - path: A library, or a folder with a manifest.
    ///   - bootstrap: The program.
    /// - Returns: The zip, and the names a function's configuration may give as its handler.
    package func packForLambda(_ path: String, bootstrap: String) throws(PackageProblem) -> (
        bytes: [UInt8], handlers: [String]
    ) {
        var library = path
        var files: [(path: String, bytes: [UInt8])] = []
        if Files.stamp(path)?.isFolder == true {
            let reader = try PackageReader(path: path, isFolder: true, limits: limits)
            guard let manifest = try reader.manifest(), manifest.runtime == nil else {
                throw PackageProblem(
                    .badManifest,
                    "\(path) has no \(PackageManifest.fileName) that names a library: a package with a runtime of its own is ready for Lambda"
                )
            }
            library = "\(path)/\(try manifest.library().path)"
            let others = Set(manifest.libraries.map(\.path) + [PackageManifest.fileName, PackageSignature.fileName])
            files = reader.files.filter { !others.contains($0.path) }
        }
        let bytes = try Files.read(library, bytesMax: limits.unpackedBytesMax)
        try ELFPreflight.check(bytes, for: ELFPreflight.architecture)
        let functions = try describer.describe(library).handlers.filter { $0.kind == .function }
        guard !functions.isEmpty else {
            throw PackageProblem(.badManifest, "\(library) has no functions; Lambda calls nothing else")
        }
        let own = [Self.lambdaProgram, Self.lambdaLibrary]
        if let taken = files.first(where: { own.contains($0.path) }) {
            throw PackageProblem(.badManifest, "\(path) has a file \(taken.path), which is made for Lambda")
        }
        var zip = ZipWriter()
        zip.add(Self.lambdaProgram, try Files.read(bootstrap, bytesMax: limits.packageBytesMax), isExecutable: true)
        zip.add(Self.lambdaLibrary, bytes, isExecutable: true)
        for file in files.sorted(by: { $0.path < $1.path }) {
            zip.add(file.path, file.bytes, isExecutable: file.path.hasSuffix(".so"))
        }
        let whole = zip.finish()
        guard whole.count <= limits.packageBytesMax else {
            throw PackageProblem(
                .tooLarge, "the package has \(whole.count) bytes, at most \(limits.packageBytesMax) are allowed")
        }
        return (whole, functions.map(\.name))
    }

    /// What Lambda starts.
    private static let lambdaProgram = PackageReader.bootstrapName
    /// What that program loads; the name is built into it.
    private static let lambdaLibrary = "plugin.so"
}
