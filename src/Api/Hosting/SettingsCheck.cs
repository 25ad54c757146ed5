using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Reflection;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Logging.Console;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// The settings of the service. Each section is a record whose properties declare names, defaults and ranges, so a name
/// that no property has is a mistake, and the service refuses to start with it.
/// </summary>
internal static class SettingsCheck
{
    private static readonly Dictionary<string, Type> Sections = new Type[]
    {
        typeof(AuditSettings),
        typeof(AuthOptions),
        typeof(CommitmentSettings),
        typeof(ConnectionSettings),
        typeof(CorsSettings),
        typeof(DatabaseSettings),
        typeof(GraphQLLimits),
        typeof(IdempotencySettings),
        typeof(NetworkSettings),
        typeof(PrivacySettings),
        typeof(RateLimits),
        typeof(ShutdownSettings),
        typeof(SampleDataSettings),
        typeof(TrustedDocumentSettings),
    }.ToDictionary(Settings.NameOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>Settings without a section, and sections that ASP.NET Core reads.</summary>
    private static readonly string[] Others =
    [
        "TEACHERDEVPLAN_DATA",
        "urls",
        "http_ports",
        "https_ports",
        "environment",
        "AllowedHosts",
        "Logging",
        "Kestrel",
    ];

    private static readonly string[] OfAspNetCore =
    [
        "ASPNETCORE_URLS",
        "ASPNETCORE_HTTP_PORTS",
        "ASPNETCORE_HTTPS_PORTS",
        "ASPNETCORE_ENVIRONMENT",
    ];

    private static readonly string[] Formatters =
    [
        ConsoleFormatterNames.Simple,
        ConsoleFormatterNames.Json,
        ConsoleFormatterNames.Systemd,
    ];

    /// <summary>How many wrong characters make an environment variable another name, and not a mistake.</summary>
    private const int MostMistakes = 2;

    /// <summary>All settings of the service's own sections as environment variables; a list by its first item.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Sections.SelectMany(section => NamesIn(section.Key, section.Value))];

    /// <summary>Stops the start with one line for each setting that is unknown or wrong.</summary>
    /// <exception cref="HostingException">Some are.</exception>
    public static void Check(IConfigurationRoot configuration)
    {
        var faults = FaultsIn(configuration).Distinct().ToList();
        if (faults.Count > 0)
            throw new HostingException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>
    /// Refuses an argument of the service that is not a setting, such as a command with a typing error.
    /// </summary>
    /// <param name="commands">The names of the commands.</param>
    public static void CheckArguments(IReadOnlyList<string> arguments, IEnumerable<string> commands)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-'))
                throw new HostingException(
                    $"There is no command '{argument}'. Did you mean '{Nearest.Of(argument, commands).Name}'? './run --help' lists the commands."
                );
            var parts = argument.Split('=', 2);
            string[] known = [.. Others.Select(Option), .. Names.Select(Option)];
            if (!IsOption(parts[0]))
                throw new HostingException(
                    $"There is no option '{parts[0]}'. Did you mean '{Nearest.Of(parts[0], known).Name}'? './run --help' lists the commands, docs/operations.md the settings."
                );
            if (
                parts is [_, ""]
                || parts.Length == 1
                    && (++i == arguments.Count || arguments[i].StartsWith("--", StringComparison.Ordinal))
            )
                throw new HostingException($"The option '{parts[0]}' has no value.");
        }
    }

    private static bool IsOption(string name)
    {
        if (!name.StartsWith("--", StringComparison.Ordinal))
            return false;
        var root = name[2..].Split(':')[0];
        // What is within a section is checked with the rest of the configuration.
        return Sections.ContainsKey(root)
            ? name.Contains(':')
            : Others.Contains(root, StringComparer.OrdinalIgnoreCase);
    }

    private static string Option(string name) => "--" + name.Replace("__", ":", StringComparison.Ordinal);

    private static IEnumerable<string> FaultsIn(IConfigurationRoot configuration)
    {
        foreach (var (name, type) in Sections)
        {
            var faults = FaultsIn(configuration.GetSection(name), type).ToList();
            if (faults.Count == 0 && configuration.GetSection(name).Get(type) is ICheckedSettings settings)
                faults.AddRange(settings.Faults());
            foreach (var fault in faults)
                yield return fault;
        }

        foreach (var fault in FaultsInLogging(configuration.GetSection("Logging")))
            yield return fault;
        foreach (var fault in FaultsInAddresses(configuration))
            yield return fault;
        // A misspelled Production would silently have the looser rules of all other environments.
        if (
            configuration["environment"] is { } environment
            && Nearest.Of(environment, [Environments.Production]) is { Distance: > 0 and <= MostMistakes }
        )
            yield return $"ASPNETCORE_ENVIRONMENT is '{environment}'. Did you mean {Environments.Production}?";
        foreach (var root in RootsOfFiles(configuration).Where(root => !IsKnownRoot(root)))
            yield return Unknown(root, [.. Sections.Keys, .. Others]);
        foreach (var fault in FaultsInEnvironment())
            yield return fault;
    }

    private static bool IsKnownRoot(string name) =>
        Sections.ContainsKey(name) || Others.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> RootsOfFiles(IConfigurationRoot configuration) =>
        configuration
            .Providers.OfType<JsonConfigurationProvider>()
            .SelectMany(file => file.GetChildKeys([], null))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Environment variables that resemble a setting. Others belong to other programs, so their names are free.
    /// </summary>
    private static IEnumerable<string> FaultsInEnvironment()
    {
        string[] known = [.. Names, .. Others, .. OfAspNetCore];
        // Short names of other programs would resemble short settings by chance.
        string[] telling = [.. known.Where(name => name.Length > 10)];
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (IsKnownRoot(name.Split("__")[0]) || known.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            if (Nearest.Of(name, telling) is { Distance: <= MostMistakes } nearest)
                yield return $"There is no setting {name}. Did you mean {nearest.Name}?";
        }
    }

    private static string Unknown(string path, IEnumerable<string> known) =>
        $"There is no setting {Name(path)}. Did you mean {Nearest.Of(Name(path), known).Name}?";

    private static string Name(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private static IEnumerable<string> FaultsIn(IConfigurationSection section, Type type)
    {
        foreach (var one in section.GetChildren())
        {
            var property = PropertiesOf(type)
                .FirstOrDefault(property => property.Name.Equals(one.Key, StringComparison.OrdinalIgnoreCase));
            foreach (
                var fault in property is null
                    ? LeavesOf(one).Select(leaf => Unknown(leaf, Names))
                    : FaultsIn(one, property)
            )
                yield return fault;
        }
    }

    /// <summary>The paths of the values in a section; its own path if it has no parts.</summary>
    private static IEnumerable<string> LeavesOf(IConfigurationSection section)
    {
        var parts = section.GetChildren().ToList();
        return parts.Count == 0 ? [section.Path] : parts.SelectMany(LeavesOf);
    }

    private static IEnumerable<string> FaultsIn(IConfigurationSection setting, PropertyInfo property)
    {
        var children = setting.GetChildren().ToList();
        if (property.PropertyType == typeof(string[]))
        {
            if (children.Any(item => !int.TryParse(item.Key, out _)) || setting.Value is { Length: > 0 })
                return [$"{Name(setting.Path)} is a list; its first item is {Name(setting.Path)}__0."];
            return [];
        }

        if (IsSection(property.PropertyType))
            return FaultsIn(setting, property.PropertyType);
        if (children.Count > 0)
            return children.Select(child => Unknown(child.Path, Names));
        return Expected(property, setting.Value ?? "") is { } expected
            ? [$"{Name(setting.Path)} is '{setting.Value}'; it must be {expected}."]
            : [];
    }

    /// <summary>What the value should be; null if it is.</summary>
    private static string? Expected(PropertyInfo property, string value)
    {
        var type = property.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            return bool.TryParse(value, out _) ? null : "true or false";
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
                ? null
                : $"one of {string.Join(", ", Enum.GetNames(type))}";
        }

        if (type == typeof(string))
            return null;
        var range = property.GetCustomAttribute<RangeAttribute>()!;
        var (least, most) = (Whole(range.Minimum), Whole(range.Maximum));
        return
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? null
            : $"a whole number from {least} to {most}";
    }

    private static long Whole(object number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);

    private static IEnumerable<string> NamesIn(string path, Type type) =>
        PropertiesOf(type)
            .SelectMany(property =>
                IsSection(property.PropertyType) ? NamesIn($"{path}__{property.Name}", property.PropertyType)
                : property.PropertyType == typeof(string[]) ? [$"{path}__{property.Name}__0"]
                : [$"{path}__{property.Name}"]
            );

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static bool IsSection(Type type) => type.IsClass && type != typeof(string) && !type.IsArray;

    private static IEnumerable<string> FaultsInLogging(IConfigurationSection logging)
    {
        const string levels = "LogLevel";
        foreach (var one in logging.GetChildren())
        {
            var level = one.Key.Equals(levels, StringComparison.OrdinalIgnoreCase) ? one : one.GetSection(levels);
            if (level == one || one.GetChildren().Any())
            {
                foreach (var category in level.GetChildren())
                {
                    if (!Enum.GetNames<LogLevel>().Contains(category.Value, StringComparer.OrdinalIgnoreCase))
                        yield return $"{Name(category.Path)} is '{category.Value}'; it must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.";
                }
            }

            if (one["FormatterName"] is { } format && !Formatters.Contains(format, StringComparer.OrdinalIgnoreCase))
                yield return $"{Name(one.Path)}__FormatterName is '{format}'; it must be one of {string.Join(", ", Formatters)}.";
            if (level != one && Nearest.Of(one.Key, [levels]).Distance <= MostMistakes)
                yield return Unknown(one.Path, [$"Logging__{levels}"]);
        }
    }

    private static IEnumerable<string> FaultsInAddresses(IConfiguration configuration)
    {
        foreach (var url in Parts(configuration["urls"]).Where(url => !IsAddress(url)))
            yield return $"The address '{url}' in --urls or ASPNETCORE_URLS is wrong; it must be like {Server.DefaultUrl}, with an IP address, localhost, or + for all addresses.";
        foreach (var name in (string[])["http_ports", "https_ports"])
        {
            foreach (var port in Parts(configuration[name]).Where(port => !ushort.TryParse(port, out _)))
                yield return $"The port '{port}' in ASPNETCORE_{name.ToUpperInvariant()} is wrong; it must be 0 to {ushort.MaxValue}.";
        }
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https"
                && address.Port is >= 0 and <= ushort.MaxValue
                && (
                    address.IsUnixPipe
                    || IsHost(address.Host)
                        && !url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/').Contains('/')
                );
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// Kestrel takes any other name for all addresses, also <c>127.0.0.1:5O8O</c>, the port of which is no number.
    /// </summary>
    private static bool IsHost(string host) =>
        host is "+" or "*"
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out _);
}
