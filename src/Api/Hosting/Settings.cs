using System.ComponentModel.DataAnnotations;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Reads a section of the configuration into a record whose properties say their defaults and bounds.</summary>
internal static class Settings
{
    /// <summary>The record, or an end of the start that names the setting at fault.</summary>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        T settings;
        try
        {
            settings = configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException exception)
        {
            throw new HostingException($"A setting of {section} cannot be read: {exception.Message}");
        }

        var faults = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true))
            return settings;
        throw new HostingException(
            string.Join(
                Environment.NewLine,
                faults.Select(fault =>
                    $"The setting {section}:{fault.MemberNames.FirstOrDefault()} is wrong: {fault.ErrorMessage}"
                )
            )
        );
    }
}
