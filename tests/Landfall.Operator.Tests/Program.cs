using Landfall.Operator.Tests.Store;

// A test starts this program anew as an operator that it can kill.
return args is [Victim.Word, var file, var ticks]
    ? await Victim.RunAsync(file, int.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture))
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
