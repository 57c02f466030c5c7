import DequeModule

/// What a run that repeats exactly keeps in order, whatever the threads around it do.
///
/// Calls leave the loop one at a time, each when the loop is quiet: nothing to fold, no commit under way. So nothing but the call itself happens
/// until it answers, and its answer is taken when the loop is quiet again. The commits of a moment are taken together.
struct Turns {
    /// Calls that have not left.
    fileprivate var calls: Deque<(ShardLoop) -> Void> = []
    /// Answers that have come.
    fileprivate var answers: Deque<ShardLoop.Work> = []
    /// Commits that have come back.
    fileprivate var commits: [ShardLoop.Work] = []
}

extension ShardLoop {
    /// Lets a call leave the loop: at once, or when it is its turn.
    func inTurn(_ call: @escaping (ShardLoop) -> Void) {
        if services.limits.repeatsExactly { turns.calls.append(call) } else { call(self) }
    }

    /// Brings the answer of a call counted in `callsUnderWay`. Returns `false` after `stop`.
    @discardableResult
    func postAnswer(_ work: @escaping Work) -> Bool {
        post { loop in
            if loop.services.limits.repeatsExactly { loop.turns.answers.append(work) } else { loop.answer(work) }
        }
    }

    /// Brings what became of a commit counted in `commitsUnderWay`. Returns `false` after `stop`.
    @discardableResult
    func postCommitted(_ work: @escaping Work) -> Bool {
        post { loop in
            if loop.services.limits.repeatsExactly { loop.turns.commits.append(work) } else { loop.settle(work) }
        }
    }

    /// Whether something waits whose turn it is.
    var hasTurn: Bool {
        guard services.limits.repeatsExactly, ready.isEmpty, localWork.isEmpty else { return false }
        guard commitsUnderWay == 0 else { return turns.commits.count == commitsUnderWay }
        return !turns.answers.isEmpty || callsUnderWay == 0 && !turns.calls.isEmpty
    }

    /// Does what has its turn, if anything.
    func takeTurn() {
        guard hasTurn else { return }
        if commitsUnderWay > 0 {
            let commits = turns.commits
            turns.commits = []
            for work in commits { settle(work) }
        } else if let work = turns.answers.popFirst() {
            answer(work)
        } else {
            turns.calls.popFirst()?(self)
        }
    }

    private func answer(_ work: Work) {
        callsUnderWay -= 1
        work(self)
    }

    private func settle(_ work: Work) {
        commitsUnderWay -= 1
        work(self)
    }
}
