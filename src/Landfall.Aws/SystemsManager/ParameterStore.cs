using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Landfall.Aws.SystemsManager;

/// <summary>Plain parameters of Systems Manager.</summary>
public sealed class ParameterStore : IDisposable
{
    // Systems Manager API Reference, GetParameters: at most ten names.
    private const int MostNames = 10;

    private readonly AmazonSimpleSystemsManagementClient _client;

    /// <summary>Opens the store of a session's account and region.</summary>
    /// <param name="session">The session.</param>
    public ParameterStore(AwsSession session) =>
        _client = new(session.Credentials, session.Configure<AmazonSimpleSystemsManagementConfig>("SSM"));

    /// <summary>Reads one parameter.</summary>
    /// <param name="name">The full name, for example <c>/shop/dev/network/vpc-id</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The value, or null when there is no such parameter.</returns>
    public async Task<string?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await _client.GetParameterAsync(new GetParameterRequest { Name = name }, cancellation).ConfigureAwait(false);
            return answer.Parameter.Value;
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads one parameter with its version, which each change of it raises by one.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The parameter, or null when there is none of that name.</returns>
    public async Task<VersionedParameter?> FindVersionAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await _client.GetParameterAsync(new GetParameterRequest { Name = name }, cancellation).ConfigureAwait(false);
            return new VersionedParameter(answer.Parameter.Value, answer.Parameter.Version ?? 0);
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Creates a parameter, or gives it another value.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="value">The value, up to 4 KB.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The version that this made: one more than the one that was replaced.</returns>
    public async Task<long> ReplaceAsync(string name, string value, CancellationToken cancellation)
    {
        var request = new PutParameterRequest { Name = name, Value = value, Type = ParameterType.String, Overwrite = true };
        var answer = await _client.PutParameterAsync(request, cancellation).ConfigureAwait(false);
        return answer.Version ?? 0;
    }

    /// <summary>Reads several parameters.</summary>
    /// <param name="names">Their full names.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The values by name, without those that there are not.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(names.Chunk(MostNames).Select(some =>
            _client.GetParametersAsync(new GetParametersRequest { Names = [.. some] }, cancellation))).ConfigureAwait(false);
        return answers.SelectMany(a => a.Parameters ?? []).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
    }

    /// <summary>Reads all parameters below a path.</summary>
    /// <param name="path">The path, for example <c>/shop/dev/network</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The values by full name; none where nothing is there.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(string path, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var request = new GetParametersByPathRequest { Path = path, Recursive = true, NextToken = next };
            var answer = await _client.GetParametersByPathAsync(request, cancellation).ConfigureAwait(false);
            foreach (var parameter in answer.Parameters ?? [])
                values[parameter.Name] = parameter.Value;
            next = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return values;
    }

    /// <summary>
    /// Creates a parameter, and never overwrites one: of several that try at once, one succeeds. Source: Systems Manager
    /// API Reference, PutParameter, <c>Overwrite</c> (default false) and <c>ParameterAlreadyExists</c>.
    /// </summary>
    /// <param name="name">The full name.</param>
    /// <param name="value">The value, up to 4 KB.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there is a parameter of that name already.</returns>
    public async Task<bool> TryCreateAsync(string name, string value, CancellationToken cancellation)
    {
        var request = new PutParameterRequest { Name = name, Value = value, Type = ParameterType.String, Overwrite = false };
        try
        {
            await _client.PutParameterAsync(request, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (ParameterAlreadyExistsException)
        {
            return false;
        }
    }

    /// <summary>Deletes a parameter.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there was none of that name.</returns>
    public async Task<bool> DeleteAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await _client.DeleteParameterAsync(new DeleteParameterRequest { Name = name }, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (ParameterNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
