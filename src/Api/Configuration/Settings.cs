namespace TeacherDevPlan.Api.Configuration;

/// <summary>The section of the configuration that a record of settings is read from.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SectionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A record of settings with rules that concern more than the form of one value.</summary>
internal interface ICheckedSettings
{
    /// <summary>One sentence for each rule that is broken; it names the setting.</summary>
    IEnumerable<string> Faults();
}

/// <summary>Reads records of settings. At the start, <c>SettingsCheck</c> refuses a configuration that does not fit them.</summary>
internal static class Settings
{
    public static T Read<T>(IConfiguration configuration)
        where T : class, new() => configuration.GetSection(NameOf(typeof(T))).Get<T>() ?? new T();

    /// <summary>The name of the section of a record of settings.</summary>
    public static string NameOf(Type settings) =>
        ((SectionAttribute)Attribute.GetCustomAttribute(settings, typeof(SectionAttribute))!).Name;
}
