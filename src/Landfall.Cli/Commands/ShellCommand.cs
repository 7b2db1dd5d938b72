using System.CommandLine;
using Landfall.Operations.Sessions;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall shell</c>: a shell in a container that runs.</summary>
internal static class ShellCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder) = (SharedOptions.Named("service"), SharedOptions.Folder());
        var (env, local, session) = (SharedOptions.Env(), SharedOptions.Local(), new SessionAttachment());
        return new Door<ShellParameters, SessionTicket>(context, new ShellOperation(), service, folder, env, local, session.Task, session.Container)
        {
            Read = line =>
            {
                SessionAttachment.Require(line);
                return new ShellParameters(
                    line.GetValue(service)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(session.Task), line.GetValue(session.Container));
            },
            FollowAsync = session.FollowAsync,
            Code = session.Code,
        };
    }
}
