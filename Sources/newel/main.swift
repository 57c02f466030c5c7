import Commands

await Newel.main()
