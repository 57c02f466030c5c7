/// Looks at a shared library's file before anything loads it.
///
/// A truncated or foreign file can kill the process that opens it with `dlopen`: what a header promises must lie inside the file.
enum ELFPreflight {
    /// This machine's architecture, as manifests name it.
    #if arch(x86_64)
    static let architecture = "x86_64"
    #elseif arch(arm64)
    static let architecture = "aarch64"
    #endif
    /// The numbers of the architectures that manifests name. Source: the ELF specification, `e_machine`.
    private static let machines: [String: UInt16] = ["x86_64": 62, "aarch64": 183]

    /// The architectures there are.
    static var architectures: [String] { machines.keys.sorted() }

    /// For which architecture a library was made.
    static func architecture(of file: [UInt8], _ path: String) throws(PackageProblem) -> String {
        let machine = file.count < 20 ? 0 : UInt16(file[18]) | UInt16(file[19]) << 8
        guard let architecture = machines.first(where: { $0.value == machine })?.key else {
            throw PackageProblem(
                .badLibrary, "\(path) is no library for \(machines.keys.sorted().joined(separator: " or "))")
        }
        return architecture
    }

    /// The function by which a plugin says what it is.
    static let entrySymbol = "newel_plugin_entry"

    /// Passes the bytes of a plugin's library.
    static func check(_ file: [UInt8], for architecture: String) throws(PackageProblem) {
        try check(file, for: architecture, exporting: [(entrySymbol, nil)])
    }

    /// Passes the bytes of a library that has some functions, each with the name of the function that wants it.
    static func check(
        _ file: [UInt8], for architecture: String, exporting symbols: [(symbol: String, wantedBy: String?)]
    ) throws(PackageProblem) {
        try file.withUnsafeBytes { bytes in
            Result { () throws(PackageProblem) in try check(bytes, for: architecture, exporting: symbols) }
        }.get()
    }

    /// Passes a plugin's library.
    ///
    /// - Throws: `badLibrary` when it is no sound library for the machine, `noPlugin` when it lacks the entry function.
    static func check(
        _ file: UnsafeRawBufferPointer, for architecture: String = architecture,
        exporting wanted: [(symbol: String, wantedBy: String?)] = [(entrySymbol, nil)]
    ) throws(PackageProblem) {
        guard let machine = machines[architecture] else {
            throw PackageProblem(.badLibrary, "\(architecture) is no architecture a library may be for")
        }
        let elf = ELFFile(bytes: file)
        try elf.checkHeader(machine: machine)
        try elf.checkSegments()
        let symbols = try elf.dynamicSymbols()
        var missing: [String] = []
        for (symbol, name) in wanted where try !elf.defines(symbol, in: symbols) {
            missing.append((name.map { "\($0): " } ?? "") + "the library does not export \(symbol)")
        }
        guard missing.isEmpty else { throw PackageProblem(.noPlugin, missing.joined(separator: "\n")) }
    }
}
