using System.Text;
using System.Xml.Linq;

namespace Landfall.Aws.Protocols;

/// <summary>AWS's Query protocol: form-encoded request, XML answer (CloudFormation, ELBv2).</summary>
internal static class QueryProtocol
{
    private const string ContentType = "application/x-www-form-urlencoded; charset=utf-8";

    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>Calls an operation.</summary>
    /// <param name="session">Who calls, and where.</param>
    /// <param name="service">The service.</param>
    /// <param name="operation">The operation, for example <c>DescribeStacks</c>.</param>
    /// <param name="parameters">The parameters, lists already numbered (<c>StackNames.member.1</c>).</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answer's root element, without XML namespaces.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public static async Task<XElement> CallAsync(
        AwsSession session,
        AwsService service,
        string operation,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellation)
    {
        var form = new StringBuilder($"Action={operation}&Version={service.Version}");
        foreach (var (name, value) in parameters)
            form.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        var body = Encoding.UTF8.GetBytes(form.ToString());

        return await session.Retries.ExecuteAsync(
            async token =>
            {
                var (status, answer) = await session.PostAsync(service, ContentType, NoHeaders, body, token).ConfigureAwait(false);
                return XmlAnswer.Read(service, operation, status, answer);
            },
            cancellation).ConfigureAwait(false);
    }
}
