using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Operator.Incidents;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall incidents</c>.</summary>
internal static class IncidentsCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords("id");
        var (env, local, since, postMortem) = (SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--since"), new Option<bool>("--post-mortem"));
        return new Door<IncidentsParameters, IncidentsReport>(context, new IncidentsOperation(), words.Services, words.Folder, env, local, since, postMortem)
        {
            Read = line =>
            {
                var (folder, ids) = words.Read(line);
                if (ids.Count > 1)
                    throw new LandfallException(ErrorCodes.IncidentUnknown, $"'{string.Join(' ', ids)}' names several incidents, and one is shown at a time. 'landfall incidents' lists them.");
                return new IncidentsParameters(folder, ids.Count == 0 ? null : Number(ids[0]), line.GetValue(env), line.GetValue(local), line.GetValue(since), line.GetValue(postMortem));
            },
            Render = IncidentRendering.Write,
        }.With(Ack(context));
    }

    private static Command Ack(CommandContext context)
    {
        var (id, folder, env, local, note) = (new Argument<long>("id"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--note"));
        return new Door<IncidentsAckParameters, IncidentAcknowledged>(context, new IncidentsAckOperation(), id, folder, env, local, note)
        {
            Read = line => new IncidentsAckParameters(line.GetValue(id), line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(note)),
            Render = Render,
        };
    }

    private static Command With(this Command command, Command below)
    {
        command.Subcommands.Add(below);
        return command;
    }

    /// <summary>An incident's number, also as the list and people write it: <c>#3</c>.</summary>
    private static long Number(string word) =>
        long.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new LandfallException(ErrorCodes.IncidentUnknown, $"'{word}' is not the number of an incident. 'landfall incidents' lists them with their numbers; a folder is written with a slash, such as ./{word}.");

    private static void Render(Screen screen, IncidentAcknowledged given) =>
        screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{given.By} {(given.Changed ? "has" : "had already")} taken incident {given.Id} of {given.App} {given.Environment} on."));
}
