using System.ComponentModel;
using System.Diagnostics;

namespace SearchEngine.Cli.Terminal;

/// <summary>The desktop around the terminal, where there is one.</summary>
internal static class Desktop
{
    /// <summary>Opens an address in the person's browser; does nothing where there is no desktop.</summary>
    public static void TryOpen(string url)
    {
        bool desktop = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
        if (!desktop || Console.IsErrorRedirected)
            return;
        try
        {
            Process.Start(new ProcessStartInfo(url) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            // The address stands on the screen; a desktop without a browser is no failure.
        }
    }
}
