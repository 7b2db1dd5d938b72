using System.CommandLine;
using Landfall.Operations.Sessions;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall exec</c>: a command in a container that runs.</summary>
internal static class ExecCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, command, folder) = (SharedOptions.Named("service"), SharedOptions.Named("command"), SharedOptions.Folder());
        var (env, local, session) = (SharedOptions.Env(), SharedOptions.Local(), new SessionAttachment());
        return new Door<ExecParameters, SessionTicket>(context, new ExecOperation(), service, command, folder, env, local, session.Task, session.Container)
        {
            Read = line =>
            {
                SessionAttachment.Require(line);
                return new ExecParameters(
                    line.GetValue(service)!, line.GetValue(command)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(session.Task), line.GetValue(session.Container));
            },
            FollowAsync = session.FollowAsync,
            Code = session.Code,
        };
    }
}
