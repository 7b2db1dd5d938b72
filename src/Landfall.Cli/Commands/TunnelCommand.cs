using System.CommandLine;
using Landfall.Operations.Sessions;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall tunnel</c>: a port of this machine that leads to a private database or service.</summary>
internal static class TunnelCommand
{
    public static Command Create(CommandContext context)
    {
        var (to, folder) = (SharedOptions.Named("to"), SharedOptions.Folder());
        var (env, local, session) = (SharedOptions.Env(), SharedOptions.Local(), new SessionAttachment());
        var (port, through, copy) = (new Option<int?>("--port"), new Option<string?>("--through") { HelpName = "service" }, new Option<string?>("--copy") { HelpName = "copy" });
        return new Door<TunnelParameters, SessionTicket>(context, new TunnelOperation(), to, folder, env, local, port, through, copy)
        {
            Read = line =>
            {
                SessionAttachment.Require(line);
                return new TunnelParameters(line.GetValue(to)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(port), line.GetValue(through), line.GetValue(copy));
            },
            FollowAsync = session.FollowAsync,
            Code = session.Code,
        };
    }
}
