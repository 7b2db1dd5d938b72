using System.CommandLine;
using Landfall.Operations.Sessions.Copying;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall cp</c>: a file into a container that runs, or out of it.</summary>
internal static class CpCommand
{
    public static Command Create(CommandContext context)
    {
        var (source, target, folder) = (SharedOptions.Named("source"), SharedOptions.Named("target"), SharedOptions.Folder());
        var (env, local, force, session) = (SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--force"), new SessionAttachment());
        return new Door<CopyParameters, CopyResult>(context, new CopyOperation(), source, target, folder, env, local, force, session.Task, session.Container)
        {
            Read = line => new CopyParameters(
                line.GetValue(source)!, line.GetValue(target)!, line.GetValue(force), line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(session.Task), line.GetValue(session.Container)),
            Render = (screen, result) => screen.Data.WriteLine(
                FormattableString.Invariant($"Copied {result.From} to {result.To}: {result.Bytes} bytes, {(result.HashCompared ? "the same SHA-256 at both ends" : "the size compared; the container has no 'sha256sum'")} ({result.Container} of task {result.Task}, {result.App} {result.Environment}).")),
        };
    }
}
