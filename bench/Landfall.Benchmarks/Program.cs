using Landfall.Benchmarks;

var repetitions = 5;
if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], out repetitions) || repetitions < 1)))
{
    Console.Error.WriteLine("usage: Landfall.Benchmarks [REPETITIONS]   (at least 1, 5 by default)");
    return 2;
}

using var folder = new TemporaryFolder();
var programs = Programs.Find();
var suite = new Suite(programs, folder.Path, repetitions);
var figures = suite.Run();
FigureTable.Write(Console.Out, figures);
return 0;
