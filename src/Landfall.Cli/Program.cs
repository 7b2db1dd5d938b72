using Landfall.Cli;

return await LandfallProgram.RunAsync(args).ConfigureAwait(false);
