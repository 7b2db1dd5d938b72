using System.Globalization;
using Landfall.Benchmarks;

var counted = args is [var first, ..] && int.TryParse(first, out _);
var repetitions = counted ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var suites = counted ? args[1..] : args;
if (repetitions < 1 || suites.Except(["synthesis", "day-two"]).Any())
{
    Console.Error.WriteLine("usage: Landfall.Benchmarks [REPETITIONS] [synthesis] [day-two]   (at least 1 repetition, 5 by default; both suites by default)");
    return 2;
}

using var folder = new TemporaryFolder();
var programs = Programs.Find();
var figures = new List<Figure>();
if (suites is [] || suites.Contains("synthesis"))
    figures.AddRange(new Suite(programs, folder.Path, repetitions).Run());
if (suites is [] || suites.Contains("day-two"))
    figures.AddRange(new DayTwoSuite(programs, folder.Path, repetitions).Run());
FigureTable.Write(Console.Out, figures);
return 0;
