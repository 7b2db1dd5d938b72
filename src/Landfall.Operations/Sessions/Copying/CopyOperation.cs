using System.Security.Cryptography;
using Landfall.Config;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>Copies a file into a container that runs, or out of it, through a session: nothing is opened to the internet.</summary>
internal sealed class CopyOperation : Operation<CopyParameters, CopyResult>
{
    // Of three bytes base64 makes four signs, and a terminal's line has less than 4,096: 57 bytes are the 76 signs that base64 itself writes.
    private const int BytesOfALine = 57;
    private const int MarkBytes = 8;

    /// <inheritdoc />
    public override string Name => "cp";

    /// <inheritdoc />
    public override string Summary => "Copy a file into a container that runs, or out of it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override async Task<CopyResult> RunAsync(CopyParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var route = CopyRoute.Of(parameters.Source, parameters.Target);
        SessionPlugin.Require();
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));
        var place = new SessionPlace(route.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.Task, parameters.Container);
        if (route.IsUpload)
        {
            var file = LocalFile.Read(route.Outside);
            return await SessionOpener.UseAsync(
                project, place, Name, $"'{route.Inside}' written", CopyScript.Taking(mark, route.Inside, file, parameters.Force), ticket => SendAsync(ticket, mark, file, parameters, context), context).ConfigureAwait(false);
        }

        var arrival = new Arrival(route, parameters.Force);
        return await SessionOpener.UseAsync(
            project, place, Name, $"'{route.Inside}' read", CopyScript.Sending(mark, route.Inside), ticket => TakeAsync(ticket, mark, arrival, parameters, context), context).ConfigureAwait(false);
    }

    private static async Task<CopyResult> SendAsync(SessionTicket ticket, string mark, LocalFile file, CopyParameters parameters, OperationContext context)
    {
        var wire = await CopyWire.OpenAsync(ticket, mark, context.Time, context.Stop).ConfigureAwait(false);
        await using (wire.ConfigureAwait(false))
        {
            await wire.HearAsync(null, context.Stop, "ready").ConfigureAwait(false);
            var hearing = wire.HearAsync(null, context.Stop, "end");
            var source = File.OpenRead(file.Path);
            await using (source.ConfigureAwait(false))
            {
                var (buffer, progress, sent) = (new byte[BytesOfALine], new CopyProgress(file.Bytes, context), 0L);
                while (!hearing.IsCompleted && await source.ReadAtLeastAsync(buffer, BytesOfALine, throwOnEndOfStream: false, context.Stop).ConfigureAwait(false) is > 0 and var read)
                {
                    await wire.WriteLineAsync(Convert.ToBase64String(buffer, 0, read), context.Stop).ConfigureAwait(false);
                    progress.Tell(sent += read);
                }
            }

            await wire.EndInputAsync(context.Stop).ConfigureAwait(false);
            var end = await hearing.ConfigureAwait(false);
            wire.Done();
            return Result(ticket, parameters, parameters.Target, file.Bytes, file.Sha256, end.Hash is not null);
        }
    }

    private static async Task<CopyResult> TakeAsync(SessionTicket ticket, string mark, Arrival arrival, CopyParameters parameters, OperationContext context)
    {
        var wire = await CopyWire.OpenAsync(ticket, mark, context.Time, context.Stop).ConfigureAwait(false);
        await using (wire.ConfigureAwait(false))
        {
            var size = (await wire.HearAsync(null, context.Stop, "size").ConfigureAwait(false)).Number
                ?? throw new LandfallException(ErrorCodes.CopyBroken, "The container did not say how large the file is. Nothing was kept.");
            using var incoming = arrival.Begin(size);
            var progress = new CopyProgress(size, context);
            var end = await wire.HearAsync(
                async line =>
                {
                    await incoming.TakeAsync(line, context.Stop).ConfigureAwait(false);
                    progress.Tell(incoming.Bytes);
                },
                context.Stop,
                "end").ConfigureAwait(false);
            wire.Done();
            var hash = await incoming.KeepAsync(end.Hash, context.Stop).ConfigureAwait(false);
            return Result(ticket, parameters, arrival.Path, size, hash, end.Hash is not null);
        }
    }

    private static CopyResult Result(SessionTicket ticket, CopyParameters parameters, string to, long bytes, string hash, bool compared) =>
        new(ticket.App, ticket.Environment, ticket.Service, ticket.Task, ticket.Container, parameters.Source, to, bytes, hash, compared);
}
