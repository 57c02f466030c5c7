import Platform

/// What stands in the way of a library that is sound as a file, all of it at once: what it is linked against, and how.
struct LibraryInspection {
    /// Libraries it asks for, by name.
    private(set) var needed: [String] = []
    /// What is wrong, for people.
    private(set) var problems: [String] = []
    /// Where it looks for libraries before anybody else does.
    private var searchPaths: [String] = []
    /// Functions and data it gives to others, although its own calls go through the same name.
    private var replaceable: Set<String> = []

    /// Entries of the dynamic table. Source: the ELF specification, "Dynamic Section".
    private enum Tag {
        static let needed: UInt64 = 1, searchPath: UInt64 = 15, symbolic: UInt64 = 16, textRelocations: UInt64 = 22
        static let runPath: UInt64 = 29, flags: UInt64 = 30
    }

    /// Looks at a library that has passed `ELFPreflight`.
    init(_ library: [UInt8]) throws(PackageProblem) {
        var inspection = Self()
        try library.withUnsafeBytes { bytes in
            Result { () throws(PackageProblem) in try inspection.look(ELFFile(bytes: bytes)) }
        }.get()
        self = inspection
    }

    private init() {}

    /// Libraries that are neither in the package nor on this machine.
    ///
    /// - Parameter path: The library's own, inside the package.
    func missing(_ path: String, in files: Set<String>) -> [String] {
        needed.filter { name in
            guard !name.contains("/") else { return Files.stamp(name) == nil }
            return !isBeside(name, path, in: files) && SystemLibraries.path(of: name, besides: searchPaths) == nil
        }
    }

    /// Names that a system library it is linked against has, too: the library's own calls would reach that one.
    func clashes() -> [(name: String, library: String)] {
        guard !replaceable.isEmpty else { return [] }
        var found: [(name: String, library: String)] = []
        for library in Set(needed + ["libc.so.6"]).sorted() {
            // One that cannot be read is no help.
            guard let path = SystemLibraries.path(of: library, besides: searchPaths),
                let bytes = try? Files.read(path, bytesMax: 256 << 20), let names = try? Self.exports(bytes)
            else { continue }
            found += replaceable.intersection(names).sorted().map { ($0, library) }
        }
        return found
    }

    private func isBeside(_ name: String, _ path: String, in files: Set<String>) -> Bool {
        let own = path.split(separator: "/").dropLast().joined(separator: "/")
        return searchPaths.contains { search in
            guard search.hasPrefix("$ORIGIN") || search.hasPrefix("${ORIGIN}") else { return false }
            var parts = own.split(separator: "/")
            for part in search.split(separator: "/").dropFirst() {
                if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
            }
            return files.contains((parts + [name[...]]).joined(separator: "/"))
        }
    }

    private mutating func look(_ file: ELFFile) throws(PackageProblem) {
        var isSymbolic = false
        for (_, table) in try file.sections(6) {
            let names = try file.linked(table)
            for entry in 0..<table.size / 16 {
                let place = Int(table.offset + entry * 16)
                let (tag, value) = (try file.number(place, UInt64.self), try file.number(place + 8, UInt64.self))
                switch tag {
                case Tag.needed: needed.append(file.name(value, in: names))
                case Tag.searchPath, Tag.runPath:
                    searchPaths += file.name(value, in: names).split(separator: ":").map(String.init)
                case Tag.symbolic: isSymbolic = true
                case Tag.flags:
                    isSymbolic = isSymbolic || value & 2 != 0
                    if value & 4 != 0 { noteTextRelocations() }
                case Tag.textRelocations: noteTextRelocations()
                default: break
                }
                if tag == 0 { break }
            }
        }
        if let musl = needed.first(where: { $0.hasPrefix("libc.musl-") || $0.hasPrefix("ld-musl-") }) {
            problems.append(
                "it is linked against musl (\(musl)), and workers run on glibc: build it for a target that ends in -gnu"
            )
        }
        if try file.wantsExecutableStack() {
            problems.append("it asks for an executable stack: an assembler file in it lacks .note.GNU-stack")
        }
        if !isSymbolic { replaceable = try Self.replaceable(file) }
    }

    private mutating func noteTextRelocations() {
        let problem = "it has text relocations: compile every part of it with -fPIC"
        if !problems.contains(problem) { problems.append(problem) }
    }

    /// Exported names that the library's own relocations refer to.
    private static func replaceable(_ file: ELFFile) throws(PackageProblem) -> Set<String> {
        var names: Set<String> = []
        for (index, symbols) in try file.sections(11) {
            for (_, relocations) in try file.sections(4) where Int(relocations.link) == index {
                for entry in 0..<relocations.size / 24 {
                    let info = try file.number(Int(relocations.offset + entry * 24 + 8), UInt64.self)
                    if let name = try exported(info >> 32, [1], symbols, file) { names.insert(name) }
                }
            }
        }
        return names
    }

    private static func exports(_ library: [UInt8]) throws(PackageProblem) -> Set<String> {
        try library.withUnsafeBytes { bytes in
            Result { () throws(PackageProblem) in
                let file = ELFFile(bytes: bytes)
                var names: Set<String> = []
                for (_, symbols) in try file.sections(11) {
                    for index in 0..<symbols.size / 24 {
                        if let name = try exported(index, [1, 2], symbols, file) { names.insert(name) }
                    }
                }
                return names
            }
        }.get()
    }

    /// The name of a symbol that is a function or data, defined here and visible.
    ///
    /// - Parameter bindings: 1 global, 2 weak: many of the C library's names are weak.
    private static func exported(
        _ index: UInt64, _ bindings: [UInt8], _ symbols: ELFFile.Section, _ file: ELFFile
    ) throws(PackageProblem) -> String? {
        guard index < symbols.size / 24 else { return nil }
        let place = Int(symbols.offset + index * 24)
        let (info, other) = (try file.number(place + 4, UInt8.self), try file.number(place + 5, UInt8.self))
        guard bindings.contains(info >> 4), [1, 2].contains(info & 0xF), other & 3 == 0,
            try file.number(place + 6, UInt16.self) != 0
        else { return nil }
        return file.name(UInt64(try file.number(place, UInt32.self)), in: try file.linked(symbols))
    }
}

extension ELFFile {
    /// Whether its PT_GNU_STACK says so.
    fileprivate func wantsExecutableStack() throws(PackageProblem) -> Bool {
        let (table, count) = (try number(32, UInt64.self), Int(try number(56, UInt16.self)))
        for index in 0..<count {
            let header = Int(table) + index * 56
            if try number(header, UInt32.self) == 0x6474_E551 { return try number(header + 4, UInt32.self) & 1 != 0 }
        }
        return false
    }
}
