import Commands

await Newel.start()
