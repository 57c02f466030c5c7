/// Checked reads in a 64-bit little-endian ELF file.
struct ELFFile {
    /// The whole file, lent.
    let bytes: UnsafeRawBufferPointer

    /// What the section table says of a section.
    struct Section {
        var kind: UInt32
        var offset: UInt64
        var size: UInt64
        var link: UInt32
        var entrySize: UInt64
    }

    /// Its header is that of a shared library for a machine.
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

    /// The sections of a kind, each with its number. The table has been checked.
    func sections(_ kind: UInt32) throws(PackageProblem) -> [(index: Int, section: Section)] {
        let (table, count) = (try number(40, UInt64.self), Int(try number(60, UInt16.self)))
        var found: [(index: Int, section: Section)] = []
        for index in 0..<count {
            let section = try self.section(Int(table) + index * 64)
            if section.kind == kind { found.append((index, section)) }
        }
        return found
    }

    /// The section a section refers to, if its bytes lie in the file.
    func linked(_ section: Section) throws(PackageProblem) -> Section {
        let (table, count) = (try number(40, UInt64.self), UInt32(try number(60, UInt16.self)))
        guard section.link < count else { throw bad("a section refers to one that is not there") }
        let linked = try self.section(Int(table) + Int(section.link) * 64)
        guard contains(linked.offset, linked.size) else { throw bad("a section lies outside the file") }
        return linked
    }

    /// A name out of a section of names; empty when it does not lie there.
    func name(_ place: UInt64, in names: Section) -> String {
        guard place < names.size else { return "" }
        let start = Int(names.offset + place)
        return String(decoding: bytes[start..<Int(names.offset + names.size)].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// What the section table says at an offset.
    func section(_ at: Int) throws(PackageProblem) -> Section {
        Section(
            kind: try number(at + 4, UInt32.self), offset: try number(at + 24, UInt64.self),
            size: try number(at + 32, UInt64.self),
            link: try number(at + 40, UInt32.self),
            entrySize: try number(at + 56, UInt64.self))
    }

    private func contains(_ offset: UInt64, _ size: UInt64) -> Bool {
        let (end, overflow) = offset.addingReportingOverflow(size)
        return !overflow && end <= UInt64(bytes.count)
    }

    /// A number at an offset.
    func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) throws(PackageProblem) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { throw bad("it is cut short") }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    private func bad(_ message: String) -> PackageProblem {
        PackageProblem(.badLibrary, "not a usable library: \(message)")
    }
}
