import ResourceNames
import Testing

@testable import PluginHost

/// Which build is served, whatever happens to the others.
struct PackageBuildsTests {
    private static let hour: Int64 = 3_600_000

    /// Builds `a`, `b`, `c` … taken an hour apart.
    private func builds(_ names: String...) -> PackageBuilds {
        var builds = PackageBuilds(
            path: "/p.so", first: InstalledBuild(sha256: names[0], takenAt: Timestamp(milliseconds: 0)))
        for (number, name) in names.enumerated().dropFirst() {
            builds.take(name, at: Timestamp(milliseconds: Int64(number) * Self.hour))
        }
        return builds
    }

    @Test func threeAreKeptNewestFirst() {
        #expect(builds("a", "b", "c", "d").builds.map(\.sha256) == ["d", "c", "b"])
        #expect(builds("a", "b", "a").builds.map(\.sha256) == ["a", "b"], "the same again is one build")
    }

    @Test func theFilesOwnBuildIsPassedOverUntilTheFileChanges() throws {
        var builds = builds("a", "b", "c")
        builds.serve(try builds.target(nil))
        #expect(builds.active == "b" && !builds.wants("c") && !builds.wants("b") && builds.wants("d"))
        builds.serve(try builds.target(nil))
        #expect(builds.active == "a" && builds.passedOver == "c")
        #expect(throws: PackageProblem.self) { try builds.target(nil) }
        builds.take("d", at: Timestamp(milliseconds: 9 * Self.hour))
        #expect(builds.active == "d" && builds.passedOver == nil)
        #expect(builds.builds.map(\.sha256) == ["d", "c", "a"], "what was served until now is kept")
    }

    @Test func aCrashLeadsBackToWhatWasServedNotToWhatWasPassedOver() throws {
        var builds = builds("a", "b", "c")
        builds.serve(try builds.target("b"))
        builds.take("d", at: Timestamp(milliseconds: 9 * Self.hour))
        var read = try #require(PackageBuilds(json: builds.json))
        #expect(read == builds)
        #expect(read.crashed("signal") { _ in true }?.sha256 == "b")
        #expect(read.active == "b" && read.passedOver == "d")
        // By hand it is the same way; from there on, to the one before it.
        #expect(try builds.target(nil).sha256 == "b")
        builds.serve(try builds.target("c"))
        builds.take("e", at: Timestamp(milliseconds: 10 * Self.hour))
        #expect(builds.earlier?.sha256 == "c")
    }

    @Test func theWayLeadsForwardToo() throws {
        var builds = builds("a", "b")
        builds.serve(try builds.target("a"))
        builds.serve(try builds.target("B"))
        #expect(builds.active == "b" && builds.passedOver == nil)
    }

    @Test func aFileThatHoldsWhatIsServedEndsTheRollback() throws {
        var builds = builds("a", "b")
        builds.serve(try builds.target(nil))
        builds.noteContent("a")
        #expect(builds.passedOver == nil && builds.wants("b"))
    }

    @Test func anAmbiguousBeginningNamesNoBuild() {
        #expect(throws: PackageProblem.self) { try builds("ab1", "ab2").target("ab") }
        #expect(throws: PackageProblem.self) { try builds("ab1", "ab2").target("") }
    }

    @Test func onlyAFreshBuildThatHasOneBeforeItIsRolledBack() {
        var first = builds("a")
        #expect(first.crashed("x") { _ in true } == nil)
        var old = builds("a", "b")
        #expect(old.crashed("x") { _ in false } == nil && old.active == "b")
        var fresh = builds("a", "b")
        #expect(fresh.crashed("signal: aborted") { $0.milliseconds == Self.hour }?.sha256 == "a")
        #expect(fresh.active == "a" && fresh.builds[0].crash == "signal: aborted")
        #expect(fresh.crashed("x") { _ in true } == nil, "what was put back stays, whatever it does")
    }

    @Test func aCrashedBuildIsNoWayBack() {
        var builds = builds("a", "b")
        _ = builds.crashed("x") { _ in true }
        builds.take("c", at: Timestamp(milliseconds: 5 * Self.hour))
        #expect(builds.crashed("y") { _ in true }?.sha256 == "a")
    }

    @Test func theStoredFormIsReadAgain() throws {
        var builds = builds("a", "b", "c")
        _ = builds.crashed("signal: killed") { _ in true }
        builds.goneSince = Timestamp(milliseconds: 5)
        #expect(PackageBuilds(json: builds.json) == builds)
    }
}
