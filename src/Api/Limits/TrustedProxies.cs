using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using TeacherDevPlan.Api.Configuration;

namespace TeacherDevPlan.Api.Limits;

/// <summary>What stands between the service and its clients (section <c>Network</c>).</summary>
[Section("Network")]
internal sealed record NetworkSettings : ICheckedSettings
{
    /// <summary>
    /// The proxies whose X-Forwarded-For is trusted: addresses or networks. The header is ignored when it comes from
    /// anybody else, since a client could claim any address.
    /// </summary>
    public string[] TrustedProxies { get; init; } = [];

    public IEnumerable<string> Faults() =>
        TrustedProxies
            .Where(proxy => !IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _))
            .Select(proxy =>
                $"Network__TrustedProxies has '{proxy}'; it must be an address such as 10.0.0.7 or a network such as 10.0.0.0/24."
            );
}

internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = Settings.Read<NetworkSettings>(app.Configuration).TrustedProxies;
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            // Follows any number of trusted proxies; each adds the address that it received the request from.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }
}
