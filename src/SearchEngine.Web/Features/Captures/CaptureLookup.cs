using System.Globalization;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Read;

namespace SearchEngine.Web.Features.Captures;

/// <summary>A capture by the two parts of its address.</summary>
internal static class CaptureLookup
{
    /// <summary>Null when there is no such report, or no such number among its captures.</summary>
    public static (StoredReport Report, Capture Capture, int Number)? Find(
        IReportReader reports, string id, string number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int at)
            || reports.Find(ReportAddress.IdFromRoute(id)) is not { } stored
            || at < 1
            || at > stored.Captures.Count)
            return null;
        return (stored, stored.Captures[at - 1], at);
    }
}
