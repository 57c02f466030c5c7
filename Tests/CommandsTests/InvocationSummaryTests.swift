import Testing

@testable import Commands

/// What `newel plugin invoke` tells beside the result.
struct InvocationSummaryTests {
    private func summary(_ log: String) -> InvocationSummary {
        InvocationSummary(logTail: Array(log.utf8), requestID: "r1")
    }

    @Test func logDurationAndMemoryAreToldUnderEachOther() {
        let told = summary(
            """
            START RequestId: r1 Version: $LATEST
            2026-11-26T15:00:00.000Z\tr1\tINFO\tsaid hello\t{"to":"Ada"}
            printed
            END RequestId: r1
            REPORT RequestId: r1\tDuration: 0.42 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 6 MB\tInit Duration: 3.10 ms\t

            """)
        #expect(
            told.text == """
                log       2026-11-26T15:00:00.000Z  INFO  said hello  {"to":"Ada"}
                          printed
                duration  0.42 ms, and 3.10 ms to start
                memory    6 MB of 128 MB
                """)
    }

    @Test func aQuietCallHasDurationAndMemoryAlone() {
        let told = summary(
            "START RequestId: r1 Version: $LATEST\nEND RequestId: r1\nREPORT RequestId: r1\tDuration: 1.00 ms\t"
                + "Billed Duration: 1 ms\tMemory Size: 256 MB\tMax Memory Used: 0 MB\t\n")
        #expect(told.text == "duration  1.00 ms\nmemory    not known of 256 MB")
    }

    @Test func aLogThatIsCutSaysSo() {
        let told = summary("one\ntwo\nEND RequestId: r1\n")
        #expect(told.isCut)
        #expect(told.text == "log       … the last 4 KiB:\n          one\n          two")
    }
}
