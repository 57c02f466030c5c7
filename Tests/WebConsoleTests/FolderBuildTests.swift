import Testing

@testable import WebConsole

/// How `newel dev` stands with folders, and how much of a tool's words is kept.
struct FolderBuildTests {
    private func build(
        _ folder: String, _ phase: FolderBuild.Phase = .building, files: [String] = [], output: String = ""
    ) -> FolderBuild {
        FolderBuild(folder: folder, name: "p", phase: phase, files: files, output: output, at: 1)
    }

    @Test func aShortOutputIsKeptWhole() {
        #expect(build("/a", output: "one\ntwo").output == "one\ntwo")
        let whole = String(repeating: "x", count: FolderBuild.outputBytesMax)
        #expect(build("/a", output: whole).output == whole)
    }

    @Test func ofALongOutputTheLastWholeLinesAreKept() {
        let lines = (1...20_000).map { "line \($0)" }
        let kept = build("/a", output: lines.joined(separator: "\n")).output
        #expect(kept.utf8.count <= FolderBuild.outputBytesMax)
        #expect(kept.utf8.count > FolderBuild.outputBytesMax - 11)
        let shown = kept.split(separator: "\n").map(String.init)
        #expect(shown == Array(lines.suffix(shown.count)))
    }

    @Test func aLineThatBeginsWhereTheRestEndsIsWhole() {
        let line = String(repeating: "y", count: FolderBuild.outputBytesMax - 1) + "\n"
        #expect(build("/a", output: "before\n" + line).output == line)
    }

    @Test func ofALineThatIsTooLongTheEndIsKept() {
        let kept = build("/a", output: String(repeating: "세", count: 40_000)).output
        #expect(kept.hasSuffix("세세세"))
        #expect(kept.unicodeScalars.count { $0 != "세" } <= 2)
    }

    @Test func aFolderHasOneBuildAndKeepsItsFiles() {
        let feed = ConsoleFeed()
        feed.note(build("/a", .served, files: ["/p/one.so"]))
        feed.note(build("/b"))
        feed.note(build("/a", .building, files: ["/p/two.so"]))
        #expect(feed.builds.map(\.folder) == ["/b", "/a"])
        #expect(feed.builds.last?.phase == .building)
        #expect(feed.builds.last?.files == ["/p/two.so", "/p/one.so"])
        #expect(feed.built == 3)
    }

    @Test func aFolderThatTheLastHasLeftIsForgotten() {
        let feed = ConsoleFeed()
        var stays = [feed.stay(in: "/a"), feed.stay(in: "/a")]
        let other = feed.stay(in: "/b")
        feed.note(build("/a"))
        feed.note(build("/b", .served))
        stays.removeLast()
        #expect(feed.builds.map(\.folder) == ["/a", "/b"])
        #expect(feed.built == 2)
        stays.removeLast()
        #expect(feed.builds.map(\.folder) == ["/b"])
        #expect(feed.built == 3)
        withExtendedLifetime(other) {}
    }

    @Test func whoComesBackIsNotForgottenForHavingLeft() {
        let feed = ConsoleFeed()
        do { _ = feed.stay(in: "/a") }
        let again = feed.stay(in: "/a")
        feed.note(build("/a"))
        #expect(feed.builds.map(\.folder) == ["/a"])
        withExtendedLifetime(again) {}
    }

    @Test func thereAreNeverTooMany() {
        let feed = ConsoleFeed()
        for number in 1...100 { feed.note(build("/\(number)")) }
        #expect(feed.builds.count == 32)
        #expect(feed.builds.last?.folder == "/100")
    }
}
