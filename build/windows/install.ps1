# Untried, see README.md. Run in an elevated PowerShell as SYSTEM (for example by psexec -s), because the MDM bridge wants that.
#   install.ps1 | install.ps1 -Undo | install.ps1 -Check
param([switch]$Undo, [switch]$Check)
$ErrorActionPreference = 'Stop'
$user = 'pos-migran'
$program = "$env:ProgramFiles\pos-migran-kiosk\pos-migran-kiosk.exe"
$bridge = @{ Namespace = 'root\cimv2\mdm\dmmap'; ClassName = 'MDM_AssignedAccess' }
# Value 0 or 1 by its key: what a lobby must not reach.
$policies = @(
  @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\Personalization', 'NoLockScreen', 1),
  @('HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'DisableTaskMgr', 1),
  @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI', 'AllowEdgeSwipe', 0),
  @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU', 'NoAutoRebootWithLoggedOnUsers', 1),
  @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices', 'Deny_Execute', 1)
)

# Signs the kiosk's user in by itself, so that power that comes back ends at the kiosk and not at a sign-in page.
$winlogon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
$signIn = [ordered]@{ AutoAdminLogon = '1'; DefaultUserName = $user; DefaultDomainName = '.'; DefaultPassword = '' }

if ($Check) {
  $isSet = $null -ne (Get-LocalUser -Name $user -ErrorAction SilentlyContinue)
  if ($isSet) { 'ok user -' } else { 'fail user run install.ps1' }
  if (Test-Path $program) { 'ok program -' } else { 'fail program install the package' }
  $shell = (Get-CimInstance @bridge).ShellLauncher
  if ($shell) { 'ok shell -' } else { 'fail shell run install.ps1' }
  if ((Get-ItemProperty -Path $winlogon).AutoAdminLogon -eq '1') { 'ok sign-in -' } else { 'fail sign-in run install.ps1' }
  foreach ($one in $policies) {
    $now = (Get-ItemProperty -Path $one[0] -Name $one[1] -ErrorAction SilentlyContinue).($one[1])
    if ($now -eq $one[2]) { "ok $($one[1].ToLower() -replace '[^a-z]', '-') -" } else { "fail $($one[1].ToLower() -replace '[^a-z]', '-') run install.ps1" }
  }
  return
}

$access = Get-CimInstance @bridge
if ($Undo) {
  $access.ShellLauncher = $null
  Set-CimInstance -CimInstance $access
  foreach ($one in $policies) { Remove-ItemProperty -Path $one[0] -Name $one[1] -ErrorAction SilentlyContinue }
  Set-ItemProperty -Path $winlogon -Name AutoAdminLogon -Value '0'
  foreach ($name in 'DefaultUserName', 'DefaultDomainName', 'DefaultPassword') { Remove-ItemProperty -Path $winlogon -Name $name -ErrorAction SilentlyContinue }
  Write-Output 'Taken back. The user and his data stay. Restart the machine.'
  return
}

if (-not (Get-LocalUser -Name $user -ErrorAction SilentlyContinue)) {
  New-LocalUser -Name $user -NoPassword -AccountNeverExpires -UserMayNotChangePassword | Out-Null
  Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $user
}
Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
$access.ShellLauncher = [System.Net.WebUtility]::HtmlEncode((Get-Content -Raw -Path "$PSScriptRoot\assigned-access.xml"))
Set-CimInstance -CimInstance $access
foreach ($one in $policies) {
  New-Item -Path $one[0] -Force | Out-Null
  Set-ItemProperty -Path $one[0] -Name $one[1] -Value $one[2] -Type DWord
}
foreach ($name in $signIn.Keys) { Set-ItemProperty -Path $winlogon -Name $name -Value $signIn[$name] -Type String }
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0
Write-Output 'Set up. Restart the machine: it signs the kiosk user in by itself.'
