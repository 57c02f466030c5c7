import CNewelPlugin
import Foundation
import Testing

/// The layout that existing binaries rely on. `layout.c` of the header's target asserts it at every build; here it is held against other
/// headers, and against the possibility that it forgets something.
struct LayoutTests {
    private static let table = Compiler.headers.deletingLastPathComponent().appending(path: "layout.c")

    private func compile(_ options: [String]) -> (status: Int32, output: String) {
        Compiler.run(
            [Compiler.c, "-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Wpadded", "-Werror"] + options
                + [Self.table.path])
    }

    @Test(arguments: [
        ["-I", FrozenPlugin.header.path, "-I", Compiler.headers.path], ["-I", Compiler.headers.path],
        ["-DGROWN", "-I", FutureHeader.folder, "-I", Compiler.headers.path],
    ])
    func everyHeaderHasTheLayoutAndNoPadding(options: [String]) {
        let ended = compile(options)
        #expect(ended.status == 0, "\(ended.output)")
    }

    @Test func aHeaderWhoseMembersMovedIsNoticed() throws {
        let folder = TemporaryFolder.make()
        let header = try String(contentsOf: FrozenPlugin.header.appending(path: "newel_plugin.h"), encoding: .utf8)
        try header.replacing("uint32_t attempt; ", with: "uint64_t attempt; ")
            .write(toFile: "\(folder)/newel_plugin.h", atomically: true, encoding: .utf8)
        let ended = compile(["-I", folder, "-I", Compiler.headers.path])
        #expect(ended.status != 0)
        #expect(ended.output.contains("newel_invocation must stay 192 bytes"), "\(ended.output)")
    }

    @Test(arguments: [
        ("newel_bytes", 16), ("newel_error", 56), ("newel_invocation", 192), ("newel_host", 152), ("newel_handler", 80),
        ("newel_plugin", 64),
    ])
    func theTableNamesEveryByteOfEveryStructure(structure: String, size: Int) throws {
        let text = try String(contentsOf: Self.table, encoding: .utf8)
        #expect(text.contains("SIZE(\(structure), \(size));"))
        var end = 0
        for member in text.matches(of: /AT\((\w+), (\w+), (\d+), (\d+)\);/) where member.1 == structure {
            #expect(Int(member.3) == end, "\(structure).\(member.2)")
            end += try #require(Int(member.4))
        }
        #expect(end == size)
    }

    @Test func swiftSeesTheSameSizes() {
        #expect(MemoryLayout<newel_bytes>.size == 16)
        #expect(MemoryLayout<newel_error>.size == 56)
        #expect(MemoryLayout<newel_invocation>.size == 192)
        #expect(MemoryLayout<newel_host>.size == 152)
        #expect(MemoryLayout<newel_handler>.size == 80)
        #expect(MemoryLayout<newel_plugin>.size == 64)
        #expect(MemoryLayout<newel_handler>.offset(of: \.invoke) == 40)
    }
}
