namespace Landfall.Operations.Sessions;

/// <summary>Opens a session with a shell in a task of a service.</summary>
internal sealed class ShellOperation : Operation<ShellParameters, SessionTicket>
{
    // The one shell that nearly every image has.
    private const string Shell = "/bin/sh";

    /// <inheritdoc />
    public override string Name => "shell";

    /// <inheritdoc />
    public override string Summary => "Open a shell in a container that runs.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override Task<SessionTicket> RunAsync(ShellParameters parameters, Agreed agreed, OperationContext context) => SessionOpener.OpenAsync(
        new SessionPlace(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.Task, parameters.Container), Name, Shell, context);
}
