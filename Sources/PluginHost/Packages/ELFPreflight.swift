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

/// Checked reads in a 64-bit little-endian ELF file.
private struct ELFFile {
    let bytes: UnsafeRawBufferPointer

    struct Section {
        var offset: UInt64
        var size: UInt64
        var link: UInt32
        var entrySize: UInt64
    }

    func checkHeader(machine: UInt16) throws(PackageProblem) {
        guard bytes.count >= 64, try number(0, UInt32.self) == 0x464C_457F else { throw bad("it is no ELF file") }
        guard bytes[4] == 2 else { throw bad("it is not a 64-bit library") }
        guard bytes[5] == 1, bytes[6] == 1 else { throw bad("its byte order or version is wrong") }
        guard bytes[7] == 0 || bytes[7] == 3 else { throw bad("it was made for another operating system") }
        guard try number(16, UInt16.self) == 3 else { throw bad("it is not a shared library") }
        let found = try number(18, UInt16.self)
        guard found == machine else { throw bad("it was made for another processor (machine \(found))") }
        guard try number(20, UInt32.self) == 1, try number(52, UInt16.self) >= 64 else {
            throw bad("its header is damaged")
        }
        guard try number(54, UInt16.self) == 56, try number(58, UInt16.self) == 64 else {
            throw bad("its tables are damaged")
        }
    }

    /// Every segment and the tables themselves lie inside the file.
    func checkSegments() throws(PackageProblem) {
        let (table, count) = (try number(32, UInt64.self), UInt64(try number(56, UInt16.self)))
        guard count > 0, contains(table, count * 56) else {
            throw bad("its program header table lies outside the file")
        }
        var loads = 0
        var hasDynamic = false
        for index in 0..<count {
            let header = Int(table + index * 56)
            let kind = try number(header, UInt32.self)
            let (offset, fileSize) = (try number(header + 8, UInt64.self), try number(header + 32, UInt64.self))
            guard contains(offset, fileSize) else { throw bad("a segment lies outside the file") }
            switch kind {
            case 1:
                loads += 1
                let (address, memorySize) = (try number(header + 16, UInt64.self), try number(header + 40, UInt64.self))
                let alignment = try number(header + 48, UInt64.self)
                guard memorySize >= fileSize, memorySize < 1 << 36, address < 1 << 40 else {
                    throw bad("a segment's size is damaged")
                }
                guard alignment <= 1 || (alignment & (alignment - 1) == 0 && address % alignment == offset % alignment)
                else {
                    throw bad("a segment's alignment is damaged")
                }
            case 2: hasDynamic = fileSize >= 16
            case 3: throw bad("it is a program, not a library")
            default: break
            }
        }
        guard loads > 0, hasDynamic else { throw bad("it has nothing to load") }
    }

    /// The table of dynamic symbols, found through the section table.
    func dynamicSymbols() throws(PackageProblem) -> (symbols: Section, names: Section) {
        let (table, count) = (try number(40, UInt64.self), UInt64(try number(60, UInt16.self)))
        guard count > 0, contains(table, count * 64) else { throw bad("its section table lies outside the file") }
        var found: (Section, Section)?
        for index in 0..<count {
            let at = Int(table + index * 64)
            let kind = try number(at + 4, UInt32.self)
            let section = try self.section(at)
            guard kind == 8 || kind == 0 || contains(section.offset, section.size) else {
                throw bad("a section lies outside the file")
            }
            if kind == 11 {
                guard UInt64(section.link) < count, section.entrySize == 24 else {
                    throw bad("its symbol table is damaged")
                }
                found = (section, try self.section(Int(table + UInt64(section.link) * 64)))
            }
        }
        guard let found else { throw bad("it has no dynamic symbols") }
        guard contains(found.1.offset, found.1.size) else { throw bad("its symbol names lie outside the file") }
        return (symbols: found.0, names: found.1)
    }

    /// Whether a function of that name is defined and visible.
    func defines(_ name: String, in tables: (symbols: Section, names: Section)) throws(PackageProblem) -> Bool {
        let wanted = Array(name.utf8) + [0]
        for index in 0..<(tables.symbols.size / 24) {
            let symbol = Int(tables.symbols.offset + index * 24)
            let nameOffset = UInt64(try number(symbol, UInt32.self))
            let (info, section) = (bytes[symbol + 4], try number(symbol + 6, UInt16.self))
            guard section != 0, info >> 4 != 0, nameOffset + UInt64(wanted.count) <= tables.names.size else { continue }
            let start = Int(tables.names.offset + nameOffset)
            if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
        }
        return false
    }

    private func section(_ at: Int) throws(PackageProblem) -> Section {
        Section(
            offset: try number(at + 24, UInt64.self), size: try number(at + 32, UInt64.self),
            link: try number(at + 40, UInt32.self),
            entrySize: try number(at + 56, UInt64.self))
    }

    private func contains(_ offset: UInt64, _ size: UInt64) -> Bool {
        let (end, overflow) = offset.addingReportingOverflow(size)
        return !overflow && end <= UInt64(bytes.count)
    }

    private func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) throws(PackageProblem) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { throw bad("it is cut short") }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    private func bad(_ message: String) -> PackageProblem {
        PackageProblem(.badLibrary, "not a usable library: \(message)")
    }
}
