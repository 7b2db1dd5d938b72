using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Doctor;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<DoctorParameters, DoctorReport>(context, new DoctorOperation(), folder, env, local)
        {
            Read = line => new DoctorParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = Render,
            Code = (_, report) => report.Works ? ExitCode.Done : ExitCode.UserError,
        };
    }

    private static void Render(Screen screen, DoctorReport report)
    {
        var data = screen.Data.Profile.Out.Writer;
        foreach (var symptom in report.Symptoms)
        {
            data.WriteLine($"{Mark(symptom.State)} {symptom.Check}: {symptom.What}");
            if (symptom.Fix is { } fix)
                data.WriteLine($"       {fix}");
        }

        var broken = report.Symptoms.Count(symptom => symptom.State == SymptomState.Broken);
        screen.Talk.WriteLine(broken == 0 ? "Nothing is broken." : broken == 1 ? "One thing is broken." : $"{broken} things are broken.");
    }

    private static string Mark(SymptomState state) => state switch
    {
        SymptomState.Well => "ok    ",
        SymptomState.Soon => "soon  ",
        SymptomState.Broken => "BROKEN",
        _ => "?     ",
    };
}
