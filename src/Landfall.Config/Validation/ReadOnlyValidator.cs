using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Warns of well-known images that write where a read-only container lets them not, and stop at once.</summary>
internal sealed class ReadOnlyValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            if (service is { ReadOnly: true, Exec: false, Image: { Reference: { } reference } image } && service.Knows("readOnly", "writable"))
            {
                var repository = reference.Split('@')[0].Split('/')[^1].Split(':')[0];
                var missing = Written(repository).Where(path => !service.Writable.Any(writable => IsWithin(path, writable))
                    && !service.Volumes.Values.Any(volume => volume.Path is { } mount && IsWithin(path, mount))).ToArray();
                if (missing.Length > 0)
                {
                    problems.Warn(
                        image.MarkOf("reference"),
                        ErrorCodes.ReadOnlyImage,
                        $"The image '{reference}' of '{name}' writes to {string.Join(" and ", missing)} when it starts, which a read-only container does not allow. Add writable: [{string.Join(", ", missing)}], or readOnly: false.");
                }
            }
        }
    }

    // From the images' own documentation (docker-library/docs): where each writes when it starts.
    private static string[] Written(string repository) => repository switch
    {
        "nginx" => ["/var/cache/nginx", "/run"],
        "httpd" => ["/usr/local/apache2/logs"],
        "php" => ["/run"],
        "wordpress" => ["/run", "/var/www/html"],
        "redis" => ["/data"],
        "tomcat" => ["/usr/local/tomcat/logs", "/usr/local/tomcat/temp", "/usr/local/tomcat/work"],
        "rabbitmq" => ["/var/lib/rabbitmq"],
        "grafana" => ["/var/lib/grafana"],
        _ => [],
    };

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
